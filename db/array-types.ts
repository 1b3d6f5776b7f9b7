/**
 * How arrays of PostgreSQL's own types go over the wire. The driver would ask the server for the list each time that it
 * connects, and whoever loses the connection at that moment loses the process too: nobody waits for the answer, so its
 * failure is handled by nobody.
 */
export const ARRAY_TYPES = {
  integer: array(1007, Number),
  bigint: array(1016),
  text: array(1009),
  uuid: array(2951),
};

function array<Element>(oid: number, read: (text: string) => Element | string = (text) => text) {
  return {
    to: oid,
    from: [oid],
    serialize: (elements: readonly unknown[]) => writeArray(elements),
    parse: (text: string) => readArray(text).map((element) => (element === null ? null : read(element))),
  };
}

/** A one-dimensional array as PostgreSQL reads it (documentation, section 8.15.6). */
export function writeArray(elements: readonly unknown[]): string {
  const write = (element: unknown) =>
    element === null || element === undefined ? "NULL" : `"${String(element).replace(/["\\]/g, "\\$&")}"`;
  return `{${elements.map(write).join()}}`;
}

const ELEMENT = /"((?:[^"\\]|\\[\s\S])*)"|[^{},]+/g;

/** The elements of a one-dimensional array as PostgreSQL prints it. */
export function readArray(text: string): (string | null)[] {
  return Array.from(text.matchAll(ELEMENT), ([bare, quoted]) =>
    quoted === undefined ? (bare === "NULL" ? null : bare) : quoted.replace(/\\(.)/gs, "$1"),
  );
}
