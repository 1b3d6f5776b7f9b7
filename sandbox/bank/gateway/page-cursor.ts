import { z } from "zod";
import { badRequest } from "./refusal.ts";

const shape = z.strictObject({
  /** The consent that the first page was read with. */
  consent: z.string(),
  /** Absent for the bulk resource. */
  account: z.string().optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** When the first page was read: later pages show the book as it stood then, so that nothing moves between pages. */
  asOf: z.iso.datetime(),
  offset: z.int().nonnegative(),
});

/**
 * Where a page begins, and of which list. It grants nothing: every page goes through all access checks again, and is
 * cut to the consent's window again, so it needs no signature.
 */
export type PageCursor = z.infer<typeof shape>;

export const writeCursor = (cursor: PageCursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

/** @throws Refusal 400 for a cursor that we did not write, or that belongs to another consent or resource. */
export function readCursor(text: string, consent: string, account: string | undefined): PageCursor {
  const read = shape.safeParse(parse(text));
  if (!read.success || read.data.consent !== consent || read.data.account !== account) {
    throw badRequest("Field.Invalid", "This page does not belong to this resource and consent.", "cursor");
  }
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
