import type { PaymentView } from "~/ui/consent-kinds/payment-view";
import type { CannotView, Fact } from "~/ui/facts-view";

export interface FilePaymentView {
  readonly kind: "file-payment";
  /** The sum is set large; of several currencies there is none, and the number of payments is. */
  readonly question: PaymentView["question"];
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly rows: {
    readonly title: string;
    readonly payee: string;
    readonly amount: string;
    readonly items: readonly FileRowView[];
    /** Words of the link to all of them, where they can be had. */
    readonly download?: string;
  };
  readonly cannot: CannotView;
}

/** One payment of the file. */
export interface FileRowView {
  readonly payee: string;
  readonly account: string;
  readonly spokenAccount: string;
  readonly reference?: string;
  readonly amount: string;
}
