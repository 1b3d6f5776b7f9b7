import type { z } from "zod";
import type { QuoteRequest } from "../../bank/quotes.ts";
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
  /** What to ask the bank before the intent can be kept. */
  readonly quote?: (body: Body) => QuoteNeed;
  /** What is to be authorised comes in a file of its own. */
  readonly awaitsFile?: true;
}

/** A rate and fees that the answer is to tell. */
export interface QuoteNeed {
  readonly request: QuoteRequest;
  /** The part of the request that names the rate. */
  readonly path: string;
  /** No rate is promised. */
  readonly feesOnly?: true;
}

/** What was found in a body that may be kept. */
export interface Admitted {
  readonly expiresAt?: Date;
  readonly quote?: QuoteNeed;
}

export interface IntentKind {
  readonly request: Readonly<Record<ApiVersion, z.ZodType>>;
  /** The field that says when it runs out. */
  readonly endsAt?: string;
  readonly awaitsFile?: true;
  /** @throws Refusal 400 by the standard's codes. */
  admit(version: ApiVersion, sent: Record<string, unknown>, now: Date): Admitted;
}

/** Forgets the type of the body, so that all kinds stand in one registry. */
export const intentKind = <Body>({ request, problems, ends, quote, awaitsFile }: Rules<Body>): IntentKind => ({
  request,
  ...(ends && { endsAt: ends.path }),
  ...(awaitsFile && { awaitsFile }),
  admit(version, sent, now) {
    const body = checkBody(request[version], sent);
    const found = problems(body, now);
    if (found.length > 0) throw new Refusal(400, ...found);
    const end = ends?.at(body);
    return { ...(end !== undefined && { expiresAt: new Date(end) }), ...(quote && { quote: quote(body) }) };
  },
});
