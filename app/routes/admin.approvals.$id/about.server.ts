import type { Approval } from "~/ports/approvals";
import type { AboutView } from "~/ui/admin/approval-view";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { listInWords } from "../admin.consents.export/present";
import { aboutExport, aboutLift, aboutPolicy, aboutSuspension } from "./present-about";

/** More is said as "10,000+": nobody decides otherwise for knowing more exactly. */
const COUNTED_TO = 10_000;

/** What is known at this moment of what the act is about: it is no part of what is approved. @throws Response 503 */
export function aboutApproval({ act, state }: Approval): Promise<AboutView> {
  const { tppSuspensions, approvalPolicies } = services();
  const waits = state === "waiting";
  return withRecord(async () => {
    switch (act.name) {
      case "suspend-tpp": {
        const { clientId } = act.payload;
        const affected = waits ? await tppSuspensions.affected(clientId, COUNTED_TO) : undefined;
        return aboutSuspension({ asked: act.payload, state, affected, most: COUNTED_TO, now: new Date() });
      }
      case "lift-suspension": {
        const suspension = await tppSuspensions.find(act.payload.suspensionId);
        return aboutLift({ suspension, waits, now: new Date() });
      }
      case "change-approval-policy": {
        const { from, rules } = act.payload;
        const [before, now] = await Promise.all([approvalPolicies.at(from), approvalPolicies.now()]);
        return aboutPolicy({ before, rules, waits, isStale: now.version !== from });
      }
      case "export-consents":
        return aboutExport(listInWords(act.payload.query));
      case "revoke-consents":
        return { heading: "", facts: [], cautions: [] };
    }
  });
}
