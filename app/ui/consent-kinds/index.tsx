import type { ComponentType } from "react";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { QuestionView } from "~/ui/consent-page-view";
import type { ExampleView } from "~/ui/example-view";
import { AccountAccessDetails, AccountAccessQuestion } from "./account-access";
import { DomesticPaymentDetails, DomesticPaymentQuestion } from "./domestic-payment";

type SubjectOf<Kind extends ConsentKind> = Extract<QuestionView["subject"], { kind: Kind }>;

interface KindParts<Kind extends ConsentKind> {
  /** What stands in the `h1`. */
  readonly Question: ComponentType<{ subject: SubjectOf<Kind> }>;
  readonly questionLook: string;
  /** The blocks between the parties and the accounts. */
  readonly Details: ComponentType<{ subject: SubjectOf<Kind>; example?: ExampleView }>;
}

/** How each kind of consent is drawn. A kind without its parts does not compile (P-02). */
export const CONSENT_KIND_PARTS = {
  "account-access": {
    Question: AccountAccessQuestion,
    questionLook: "title",
    Details: AccountAccessDetails,
  },
  "domestic-payment": {
    Question: DomesticPaymentQuestion,
    questionLook: "amount-first",
    Details: DomesticPaymentDetails,
  },
} satisfies { readonly [Kind in ConsentKind]: KindParts<Kind> };

export const partsOf = (subject: QuestionView["subject"]) => CONSENT_KIND_PARTS[subject.kind] as KindParts<ConsentKind>;
