import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { asConsentId, type CustomerId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";
import type { NotIntended, RecordedChange } from "~/ports/consent-changes";
import type { Stopping } from "~/use-cases/view-stopping";
import { requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { services } from "~/web/services.server";
import type { LoggedIn } from "~/web/session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import type { StoppingScene } from "./present-stopping";

const TRIED = "tried";

/** What a page needs that stops something of the customer's, beside what it is. */
export function stoppingScene(request: Request, { unread }: Pick<LoggedIn, "unread">): StoppingScene {
  const tried = new URL(request.url).searchParams.has(TRIED);
  return { bank: bankOf(), words: wordsFor(request), key: randomUUID(), now: new Date(), tried, unread };
}

/**
 * An id as it stands in an address, of whatever system it is.
 *
 * @throws Response 404 for what no system has as an id, before anybody is asked for it
 */
export function idIn(param: string | undefined): string {
  if (param === undefined || !/^[^\0]{1,256}$/.test(param)) throw new Response(null, { status: 404 });
  return param;
}

/**
 * One consent of the customer's, as the pages need it that stop, pause or report it.
 *
 * @throws Response 404 alike for one that is not there and for somebody else's (C-07); 503
 */
export async function requireStopping(id: string | undefined, customer: CustomerId): Promise<Stopping> {
  const { viewStopping } = services();
  const found = await withRecord(() => viewStopping(asConsentId(idIn(id)), customer, requireCorrelationId()));
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** @throws Response 400 for a form that is none of ours */
export function keyIn(form: FormData): string {
  const key = form.get("key");
  if (typeof key !== "string" || !/^[\w-]{1,64}$/.test(key)) throw new Response(null, { status: 400 });
  return key;
}

/**
 * Back to the page, which says how it stands: where it did not come to what was asked, and nothing else did either, that
 * is said too.
 *
 * @throws Response 404
 */
export function seeOther(page: string, outcome: Result<RecordedChange, NotIntended>) {
  if (!outcome.ok && outcome.error === "not-found") throw new Response(null, { status: 404 });
  const isTaken = outcome.ok && outcome.value.state !== "closed";
  return redirect(isTaken ? page : `${page}?${TRIED}`, 303);
}
