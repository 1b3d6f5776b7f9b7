import type { AccountAccess } from "./account-access";
import type { DomesticPayment } from "./domestic-payment";
import type { DomesticScheduledPayment } from "./domestic-scheduled-payment";
import type { DomesticStandingOrder } from "./domestic-standing-order";
import type { DomesticVrp } from "./domestic-vrp";
import type { FilePayment } from "./file-payment";
import type { FundsConfirmation } from "./funds-confirmation";
import type { InternationalPayment } from "./international-payment";
import type { InternationalScheduledPayment } from "./international-scheduled-payment";
import type { InternationalStandingOrder } from "./international-standing-order";
import type { AccountReference, Payee } from "./payment-terms";

/** What a customer can be asked to agree to. Adding a kind here makes the compiler name every place that lacks it. */
export type ConsentSubject =
  | AccountAccess
  | DomesticPayment
  | DomesticScheduledPayment
  | DomesticStandingOrder
  | DomesticVrp
  | FilePayment
  | FundsConfirmation
  | InternationalPayment
  | InternationalScheduledPayment
  | InternationalStandingOrder;

export type ConsentKind = ConsentSubject["kind"];

/**
 * As what each kind is spoken of on receipts and on pages that stop: the words for one family are said of all its kinds.
 */
export const FAMILY = {
  "account-access": "account-access",
  "domestic-payment": "payment",
  "domestic-scheduled-payment": "payment",
  "domestic-standing-order": "standing-order",
  "international-payment": "payment",
  "international-scheduled-payment": "payment",
  "international-standing-order": "standing-order",
  "domestic-vrp": "variable-payments",
  "file-payment": "file",
  "funds-confirmation": "funds-confirmation",
} as const satisfies Record<ConsentKind, string>;

export type ConsentFamily = (typeof FAMILY)[ConsentKind];

export const CONSENT_KINDS = Object.keys(FAMILY) as readonly ConsentKind[] as readonly [ConsentKind, ...ConsentKind[]];

export const isConsentKind = (text: string): text is ConsentKind => (CONSENT_KINDS as readonly string[]).includes(text);

interface FamilyTraits {
  /** How many accounts a yes may name. Payments leave from exactly one (S-11). */
  readonly accounts: "at-least-one" | "exactly-one";
  /** What a yes sets in motion. */
  readonly moves: "data" | "money";
  /** Whether a yes is used up by one use, or holds until its end or until somebody withdraws it. */
  readonly lasts: boolean;
}

const TRAITS = {
  "account-access": { accounts: "at-least-one", moves: "data", lasts: true },
  payment: { accounts: "exactly-one", moves: "money", lasts: false },
  "standing-order": { accounts: "exactly-one", moves: "money", lasts: false },
  "variable-payments": { accounts: "exactly-one", moves: "money", lasts: true },
  file: { accounts: "exactly-one", moves: "money", lasts: false },
  "funds-confirmation": { accounts: "exactly-one", moves: "data", lasts: true },
} as const satisfies Record<ConsentFamily, FamilyTraits>;

/** Families of which a yes holds until its end, or until somebody withdraws it: they can be asked for again. */
export type LastingFamily = {
  readonly [Family in ConsentFamily]: (typeof TRAITS)[Family]["lasts"] extends true ? Family : never;
}[ConsentFamily];

export const traitsOf = (kind: ConsentKind): FamilyTraits => TRAITS[FAMILY[kind]];

/** Whether the money leaves on a later day than that of the yes. The names of such kinds say it. */
export const isPaidLater = (kind: ConsentKind): boolean =>
  FAMILY[kind] === "standing-order" || kind.endsWith("-scheduled-payment");

/** Undefined for what is used up by one use. */
export function lastingFamilyOf(kind: ConsentKind): LastingFamily | undefined {
  const family = FAMILY[kind];
  return TRAITS[family].lasts ? (family as LastingFamily) : undefined;
}

/** The account that the TPP named, where the kind can name one: shown and locked, never chosen (S-02). */
export const debtorOf = (subject: ConsentSubject): AccountReference | undefined =>
  "debtor" in subject ? subject.debtor : undefined;

/** Whom the money goes to, where the kind says it. */
export const payeeOf = (subject: ConsentSubject): Payee | undefined => ("payee" in subject ? subject.payee : undefined);

/** When what is agreed to ends by itself. Absent: once it is used up, or when somebody stops it. */
export const endOf = (subject: ConsentSubject): Date | undefined =>
  subject.kind === "domestic-vrp" ? subject.validTo : "expiresAt" in subject ? subject.expiresAt : undefined;
