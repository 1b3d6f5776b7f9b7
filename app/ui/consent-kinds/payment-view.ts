import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { PaymentTerms } from "~/domain/consent-kinds/payment-terms";
import type { CannotView, Fact } from "../facts-view";

/** Kinds whose page leads with an amount and its payee. */
export type PaymentKind = Extract<ConsentSubject, PaymentTerms>["kind"];

export interface PaymentView {
  readonly kind: PaymentKind;
  /** "Pay £42.50 to Harbour Books Ltd?", in the three parts that are set differently. */
  readonly question: { readonly verb: string; readonly amount: string; readonly to: string };
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly cannot: CannotView;
}
