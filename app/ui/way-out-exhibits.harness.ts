import { aConsentRequest, aDomesticPayment, anOffer } from "~/domain/consent/builders";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";

const inMinutes = (minutes: number) => new Date(Date.parse("2026-03-14T10:00:00Z") + minutes * 60_000);

/** The question, with so much time left to answer it. */
function withTimeLeft(name: string, seconds: number, extensible: boolean): Exhibit {
  const exhibit = consent(name, { request: aConsentRequest({ answerBy: inMinutes(seconds / 60), extensible }) });
  return {
    ...exhibit,
    screen: (scene) => {
      const screen = exhibit.screen(scene);
      return screen.page === "consent" ? { ...screen, secondsLeft: seconds } : screen;
    },
  };
}

const reported = {
  is: "reported",
  kind: "account-access",
  requester: "Budget Beacon",
  reference: "K7QM-3F0A",
} as const;

/** Saying no with a reason, reporting, running out of time, and stopping for a moment first. */
export const WAY_OUT_EXHIBITS: readonly Exhibit[] = [
  withTimeLeft("access-time", 540, true),
  withTimeLeft("access-time-nearly-over", 110, true),
  withTimeLeft("access-time-nearly-over-for-good", 110, false),
  consent("moment", { risk: "high" }),
  consent("moment-of-a-payment", {
    risk: "high",
    request: aConsentRequest({ subject: aDomesticPayment(), loginRepeatable: true }),
  }),
  consent("moment-taken", { risk: "high", draft: { chosen: [], tookMoment: true } }),
  consent("signed-in", { request: aConsentRequest({ loginRepeatable: true }) }),
  consent("stop-no-account-signed-in", {
    request: aConsentRequest({ loginRepeatable: true }),
    offered: [{ ...anOffer(), unavailable: "closed" }],
  }),
  stopped("stop-passed-on", { is: "passed-on", kind: "account-access", requester: "Budget Beacon" }),
  stopped("stop-reported", ({ receipt }) => ({
    ...reported,
    refusal: "refused",
    next: "app",
    receipt: { label: receipt.link, href: "/consent/v1/receipt" },
  })),
  stopped("stop-reported-waiting", {
    ...reported,
    kind: "domestic-payment",
    refusal: "waiting",
    next: { retry: "/consent/v1/outcome" },
  }),
  stopped("stop-reported-over", { ...reported, refusal: "over" }),
];
