/** RFC 4122 text form, which is what `x-fapi-interaction-id` is (FAPI 1.0 Part 1, section 6.2.1). */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether `text` is an interaction id. What is not one could carry anything into logs, pages and outgoing headers. */
export const isInteractionId = (text: string): boolean => UUID.test(text);
