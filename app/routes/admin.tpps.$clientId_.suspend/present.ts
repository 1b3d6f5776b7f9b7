import type { SuspendTpp } from "~/domain/approvals/act";
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

export function presentEffect({ tpp, asked, form, affected, key }: Effect): SuspendEffectView {
  const { customers, consents, payments, vrps, waiting } = affected;
  const { name, means } = SCOPE_WORDS[asked.scope];
  const told =
    asked.scope === "new-consents"
      ? "Customers are told only when they are asked for something new."
      : "Customers with live consents are told that it is on hold, and when that is over.";
  const nobody = whyNobodyNotices(asked.scope, affected);
  return {
    back: paths.adminTpp(tpp.clientId),
    change: paths.adminTppSuspend(tpp.clientId, new URLSearchParams({ ...form })),
    sentences: [`${means} ${told}`, "It holds within seconds of the approval, and takes nothing away for good."],
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
    button: `Ask to suspend ${name.toLowerCase()} for ${counted(customers, "customer", COUNTED_TO)}`,
    hidden: { ...form, key },
  };
}
