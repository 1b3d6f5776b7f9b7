import type { CannotView, Fact } from "~/ui/facts-view";

export interface FundsConfirmationView {
  readonly kind: "funds-confirmation";
  readonly question: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly cannot: CannotView;
}
