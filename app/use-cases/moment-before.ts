import { createHash } from "node:crypto";

/**
 * Stands for the page before a question (P-16), as the hash of a request stands for the question: on record under a name
 * of its own, so that no answer can rest on it as if it had been the question.
 *
 * @param payloadHash of the request.
 */
export const momentBefore = (payloadHash: string): string =>
  createHash("sha256").update(`moment before ${payloadHash}`).digest("base64url");

/** Whether two pages, by what they are on record under, are of one request: the question, or what stood before it. */
export const isOfOneRequest = (one: string, other: string): boolean =>
  one === other || momentBefore(one) === other || one === momentBefore(other);
