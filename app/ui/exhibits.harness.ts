import { aConsentRequest, anOffer } from "~/domain/consent/builders";
import type { Words } from "~/i18n/words";
import { presentConsent } from "./consent-question/present";
import type { ConsentPageInput } from "./consent-question/present-context";
import { presentOnPaper } from "./consent-question/present-on-paper";
import type { Exhibit } from "./exhibit";
import { presentStop } from "./present-stop";
import { problemOfStatus } from "./problem-message";
import type { Stop } from "./stop";

export const CORRELATION_ID = "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7";
const NOW = new Date("2026-03-14T10:00:00Z");

/** @param way what stands on the page beside what it asks, as it does at a bank that has all of it. */
export function consent(
  name: string,
  over: Partial<Omit<ConsentPageInput, "bank">> = {},
  way: { readonly toPhone?: true } = {},
): Exhibit {
  const input = {
    request: aConsentRequest(),
    offered: [anOffer()],
    now: NOW,
    correlationId: CORRELATION_ID,
    ...over,
  };
  return {
    name,
    screen: ({ words, bank }) => ({
      page: "consent",
      view: presentConsent({ ...input, bank }, words),
      seen: "Zm9v",
      ...(input.request.fileReadable && { file: "/consent/AAAAAAAAAAAAAAAAAAAAAA/file" }),
      onPaper: presentOnPaper(input, words) ?? "",
      ...(way.toPhone && {
        phone: { label: words.secondDevice.button, action: "/consent/AAAAAAAAAAAAAAAAAAAAAA/phone" },
      }),
    }),
  };
}

export function stopped(name: string, stop: Stop | ((words: Words) => Stop)): Exhibit {
  return {
    name,
    screen: ({ words, bank }) => ({
      page: "stop",
      view: presentStop(
        typeof stop === "function" ? stop(words) : stop,
        { bank, correlationId: CORRELATION_ID },
        words,
      ),
    }),
  };
}

/** What is said for an HTTP status when there is no page to say it on. */
export function problem(status: number, reference?: string): Exhibit {
  return {
    name: `problem-${status}`,
    screen: ({ words: { pages } }) => ({
      page: "problem",
      view: {
        problem: problemOfStatus(status, pages.problem),
        words: { reference: pages.problem.reference, referenceHint: pages.problem.referenceHint },
        ...(reference !== undefined && { reference }),
      },
    }),
  };
}
