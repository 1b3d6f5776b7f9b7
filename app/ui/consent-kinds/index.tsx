import type { ComponentType } from "react";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { PaymentKind, PaymentView, QuestionView } from "~/ui/consent-page-view";
import type { ExampleView } from "~/ui/example-view";
import { AccountAccessDetails, AccountAccessQuestion } from "./account-access";
import { DomesticVrpDetails, DomesticVrpQuestion } from "./domestic-vrp";
import { FilePaymentDetails } from "./file-payment";
import { FundsConfirmationDetails, FundsConfirmationQuestion } from "./funds-confirmation";
import { PaymentDetails, PaymentQuestion } from "./payment";

type SubjectOf<Kind extends ConsentKind> = Extract<QuestionView["subject"], { kind: Kind }> | PaymentViewOf<Kind>;
/** One view for every kind of payment. */
type PaymentViewOf<Kind extends ConsentKind> = Kind extends PaymentKind ? PaymentView : never;

interface KindParts<Kind extends ConsentKind> {
  /** What stands in the `h1`. */
  readonly Question: ComponentType<{ subject: SubjectOf<Kind> }>;
  readonly questionLook: string;
  /** The blocks between the parties and the accounts. */
  readonly Details: ComponentType<{ subject: SubjectOf<Kind>; example?: ExampleView }>;
}

const PAYMENT = { Question: PaymentQuestion, questionLook: "amount-first", Details: PaymentDetails };

/** How each kind of consent is drawn. A kind without its parts does not compile (P-02). */
export const CONSENT_KIND_PARTS = {
  "account-access": {
    Question: AccountAccessQuestion,
    questionLook: "title",
    Details: AccountAccessDetails,
  },
  "domestic-payment": PAYMENT,
  "domestic-scheduled-payment": PAYMENT,
  "domestic-standing-order": PAYMENT,
  "international-payment": PAYMENT,
  "international-scheduled-payment": PAYMENT,
  "international-standing-order": PAYMENT,
  "domestic-vrp": { Question: DomesticVrpQuestion, questionLook: "title", Details: DomesticVrpDetails },
  "file-payment": { Question: PaymentQuestion, questionLook: "amount-first", Details: FilePaymentDetails },
  "funds-confirmation": {
    Question: FundsConfirmationQuestion,
    questionLook: "title",
    Details: FundsConfirmationDetails,
  },
} satisfies { readonly [Kind in ConsentKind]: KindParts<Kind> };

export const partsOf = (subject: QuestionView["subject"]) => CONSENT_KIND_PARTS[subject.kind] as KindParts<ConsentKind>;
