/** Ids come from outside in addresses and tokens; PostgreSQL refuses a text with a zero byte. */
export const isId = (text: string): boolean => /^[\w-]{1,128}$/.test(text);
