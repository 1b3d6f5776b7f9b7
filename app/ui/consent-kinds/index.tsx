import type { ComponentType } from "react";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { PaymentKind, PaymentView } from "~/ui/consent-kinds/payment-view";
import type { QuestionView } from "~/ui/consent-page-view";
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
  readonly Details: ComponentType<{ subject: SubjectOf<Kind>; example?: ExampleView; file?: string }>;
}

/** Every kind of payment order: amount and payee lead, and its facts are what it says. */
const PAYMENT = { Question: PaymentQuestion, questionLook: "amount-first", Details: PaymentDetails };

/** How each kind of consent that is no payment order is drawn. A kind without its parts does not compile (P-02). */
export const CONSENT_KIND_PARTS = {
  "account-access": {
    Question: AccountAccessQuestion,
    questionLook: "title",
    Details: AccountAccessDetails,
  },
  "domestic-vrp": { Question: DomesticVrpQuestion, questionLook: "title", Details: DomesticVrpDetails },
  "file-payment": { Question: PaymentQuestion, questionLook: "amount-first", Details: FilePaymentDetails },
  "funds-confirmation": {
    Question: FundsConfirmationQuestion,
    questionLook: "title",
    Details: FundsConfirmationDetails,
  },
} satisfies { readonly [Kind in Exclude<ConsentKind, PaymentKind>]: KindParts<Kind> };

const isOwn = (kind: ConsentKind): kind is keyof typeof CONSENT_KIND_PARTS => Object.hasOwn(CONSENT_KIND_PARTS, kind);

export const partsOf = ({ kind }: QuestionView["subject"]): KindParts<ConsentKind> =>
  (isOwn(kind) ? CONSENT_KIND_PARTS[kind] : PAYMENT) as KindParts<ConsentKind>;
