import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { RecordedDecision } from "~/ports/consent-desk";
import type { Stop } from "~/ui/stop";
import type { HeldVisit } from "~/web/consent-visit.server";
import { services } from "~/web/services.server";
import { aboutVisit } from "~/web/stop.server";

/** What to show whoever reported the request (P-32), however far their refusal has come. Undefined for everybody else. */
export async function reportOf(visit: HeldVisit, recorded: RecordedDecision, words: Words): Promise<Stop | undefined> {
  const { decision, state, nextHop } = recorded;
  if (decision.outcome !== "refused" || decision.reason !== "not-me") return undefined;
  const opened = await services().caseOf(visit.id);
  if (!opened) return undefined;
  const about = { is: "reported", ...aboutVisit(visit), reference: opened.reference } as const;
  switch (state) {
    case "intended":
      return { ...about, refusal: "waiting", next: { retry: paths.consentOutcome(visit.id) } };
    case "closed":
      return { ...about, refusal: "over" };
    case "settled": {
      const receipt = { label: words.receipt.link, href: paths.receipt(visit.id) };
      return { ...about, refusal: "refused", receipt, ...(nextHop && !visit.joinedBy && { next: "app" as const }) };
    }
  }
}
