/** What a spreadsheet takes for a formula, in either width (Unicode TR 11), when a cell begins so. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** So that a spreadsheet reads UTF-8: without it, many take the text for their system's own code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as RFC 4180 has it, to be opened in whatever a customer has. Every cell is quoted, and none is a formula there,
 * whoever wrote it: one that would be begins with an apostrophe, which says that it is text.
 */
export const csvText = (rows: readonly (readonly string[])[]): string => BYTE_ORDER_MARK + csvLines(rows);

/** More rows of a table that {@link csvText} began. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const safe = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
