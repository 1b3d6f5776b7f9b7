import { redirect } from "@remix-run/node";
import { PART } from "~/domain/consent/account-listing";
import { actingAs, type Draft } from "~/domain/consent/draft";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { Visit } from "~/ports/consent-desk";
import { sealVisit } from "~/web/consent-visit.server";
import { rememberLanguage } from "~/web/language.server";
import { services } from "~/web/services.server";
import type { LookAround, Show } from "./form";
import { tickShown } from "./tick-shown";

/**
 * Shows the same page otherwise, with everything that was chosen. It is kept and then read, so that a reload or the back
 * button sends nothing again.
 */
export async function lookAround(visit: Visit, { show, seen, accountIds, find }: LookAround, words: Words) {
  const chosen =
    show.what === "all"
      ? tickShown(await services().viewConsentRequest(visit), accountIds, show.value, words)
      : accountIds;
  const change =
    show.what === "profile"
      ? (kept: Partial<Draft>) => actingAs(show.value, kept, accountIds)
      : { chosen, ...changeOf(show, find) };
  await services().keepDraft(visit, change, seen);
  const headers = await headersOf(visit, show);
  return redirect(`${paths.consent(visit.id)}${placeOf(show)}`, { status: 303, headers });
}

async function headersOf(visit: Visit, show: Show): Promise<HeadersInit> {
  if (show.what === "language") return rememberLanguage(show.value);
  if (show.what !== "longer") return {};
  const answerBy = await services().giveMoreTime(visit);
  return answerBy ? { "Set-Cookie": await sealVisit(visit, answerBy) } : {};
}

function changeOf(show: Exclude<Show, { what: "profile" }>, find: string): Partial<Draft> {
  switch (show.what) {
    case "clear":
      return { find: "", parts: 1 };
    case "more":
      return { parts: show.value };
    case "all":
      return {};
    case "none":
      return { chosen: [] };
    case "example":
      return { find, example: show.value || undefined };
    case "question":
      return { tookMoment: true };
    case "find":
      return { find, parts: 1 };
    case "language":
    case "longer":
      return { find };
  }
}

/** The first of the accounts that were not there before, and else where on the page the customer was. */
const placeOf = (show: Show): string =>
  show.what === "more" ? `#account-${PART * (show.value - 1) + 1}` : PLACES[show.what];

const PLACES = {
  find: "#accounts",
  clear: "#accounts",
  more: "#accounts",
  all: "#accounts",
  none: "#accounts",
  profile: "#accounts",
  example: "#example",
  language: "",
  longer: "#time",
  question: "",
} as const satisfies Record<Show["what"], string>;
