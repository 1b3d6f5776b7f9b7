import type { SuspendTpp, SuspensionScope } from "~/domain/approvals/act";
import type { SuspensionForm } from "~/domain/tpp/suspension-asked";
import { paths } from "~/paths";
import type { TppKnown } from "~/ports/tpp-registrations";
import type { AffectedBySuspension } from "~/ports/tpp-suspensions";
import { counted, figure, minute } from "~/ui/admin/staff-words";
import type { SuspendEffectView } from "~/ui/admin/tpp-suspend";
import { SCOPE_WORDS, whyNobodyNotices } from "~/ui/admin/tpp-words";

/** Nobody decides otherwise for knowing more exactly. */
export const COUNTED_TO = 10_000;

interface Effect {
  readonly tpp: TppKnown;
  readonly asked: SuspendTpp;
  readonly form: SuspensionForm;
  readonly affected: AffectedBySuspension;
  readonly key: string;
}

/** Who hears of it is who is touched by it, and nobody else. */
const TOLD = {
  "new-consents": "Customers are told only when they are asked for something new.",
  payments: "Customers with a live payment are told that it is on hold, and when that is over.",
  "all-access": "Customers with live consents are told that it is on hold, and when that is over.",
} as const satisfies Record<SuspensionScope, string>;

/** Of whom it is certain: a customer who only shares data loses nothing when payments stop. */
function forWhom(scope: SuspensionScope, { customers, payments, vrps }: AffectedBySuspension): string {
  if (scope === "all-access") return ` for ${counted(customers, "customer", COUNTED_TO)}`;
  return scope === "payments" ? ` for ${counted(payments + vrps, "live consent", COUNTED_TO)}` : "";
}

export function presentEffect({ tpp, asked, form, affected, key }: Effect): SuspendEffectView {
  const { customers, consents, payments, vrps, waiting } = affected;
  const { name, means } = SCOPE_WORDS[asked.scope];
  const nobody = whyNobodyNotices(asked.scope, affected);
  return {
    back: paths.adminTpp(tpp.clientId),
    change: paths.adminTppSuspend(tpp.clientId, new URLSearchParams({ ...form })),
    sentences: [
      `${means} ${TOLD[asked.scope]}`,
      "It holds within seconds of the approval, and takes nothing away for good.",
    ],
    ...(nobody !== undefined && { caution: nobody }),
    figures: [
      { label: "Customers with live consents", count: figure(customers, COUNTED_TO) },
      { label: "Live consents", count: figure(consents, COUNTED_TO) },
      { label: "Variable recurring payments", count: figure(vrps, COUNTED_TO) },
      { label: "Payments not carried out yet", count: figure(payments, COUNTED_TO) },
      { label: "Requests not answered yet", count: figure(waiting, COUNTED_TO) },
    ],
    facts: [
      { label: "What it may not do", value: name },
      { label: "From", value: form.from === "" ? "As soon as it is approved" : `${minute(asked.from)} UTC` },
      { label: "Until", value: asked.until === undefined ? "It is lifted" : `${minute(asked.until)} UTC` },
      { label: "Why", value: asked.reason, is: "text" },
    ],
    button: `Ask to suspend ${name.toLowerCase()}${nobody === undefined ? forWhom(asked.scope, affected) : ""}`,
    hidden: { ...form, key },
  };
}
