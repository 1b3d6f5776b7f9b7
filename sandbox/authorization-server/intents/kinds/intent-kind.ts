import type { z } from "zod";
import type { ApiVersion } from "../../consents/consent.ts";
import { type Problem, Refusal } from "../problem.ts";
import { checkBody } from "../read-body.ts";

/** What one kind of consent says of its requests: their schema in each version, and the rules beyond it. */
interface Rules<Body> {
  readonly request: Readonly<Record<ApiVersion, z.ZodType<Body>>>;
  /** What the standard or this bank forbids though the schema admits it. */
  readonly problems: (body: Body, now: Date) => readonly Problem[];
  /** The field that says when the consent runs out, and what it says. */
  readonly ends?: { readonly path: string; readonly at: (body: Body) => string | undefined };
}

export interface IntentKind {
  /**
   * Judges a body.
   *
   * @returns when the consent runs out, where it does.
   * @throws Refusal 400 by the standard's codes.
   */
  readonly admit: (version: ApiVersion, sent: Record<string, unknown>, now: Date) => { expiresAt?: Date };
  readonly request: Readonly<Record<ApiVersion, z.ZodType>>;
  /** The field that says when it runs out. */
  readonly endsAt?: string;
}

/** Forgets the type of the body, so that all kinds stand in one registry. */
export const intentKind = <Body>({ request, problems, ends }: Rules<Body>): IntentKind => ({
  request,
  ...(ends && { endsAt: ends.path }),
  admit(version, sent, now) {
    const body = checkBody(request[version], sent);
    const found = problems(body, now);
    if (found.length > 0) throw new Refusal(400, ...found);
    const end = ends?.at(body);
    return end === undefined ? {} : { expiresAt: new Date(end) };
  },
});
