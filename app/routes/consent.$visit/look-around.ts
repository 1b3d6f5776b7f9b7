import { redirect } from "@remix-run/node";
import type { Draft } from "~/domain/consent/draft";
import { paths } from "~/paths";
import type { Visit } from "~/ports/consent-desk";
import { rememberLanguage } from "~/web/language.server";
import { services } from "~/web/services.server";
import type { LookAround, Show } from "./form";

/**
 * Shows the same page otherwise, with everything that was chosen. It is kept and then read, so that a reload or the back
 * button sends nothing again.
 */
export async function lookAround(visit: Visit, { show, seen, accountIds, find }: LookAround) {
  await services().keepDraft(visit, { chosen: accountIds, find, ...changeOf(show) }, seen);
  const headers = show.what === "language" ? rememberLanguage(show.value) : {};
  return redirect(`${paths.consent(visit.id)}${PLACES[show.what]}`, { status: 303, headers });
}

function changeOf(show: Show): Partial<Draft> {
  switch (show.what) {
    case "profile":
      return { profile: show.value };
    case "example":
      return { example: show.value || undefined };
    case "find":
    case "language":
      return {};
  }
}

/** Where on the page the customer was. */
const PLACES = {
  find: "#accounts",
  profile: "#accounts",
  example: "#example",
  language: "",
} as const satisfies Record<Show["what"], string>;
