/** JSON laid out for reading. What would turn the direction of what follows is written out (C-13). */
export const readableJson = (json: string): string =>
  JSON.stringify(JSON.parse(json), null, 2).replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
