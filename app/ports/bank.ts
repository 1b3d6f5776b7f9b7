import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { Payee } from "~/domain/consent-kinds/payment-terms";
import type { FundsAnswer, Newest, PaymentMade } from "~/domain/consent-kinds/uses";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import type { Example } from "~/domain/preview/example";
import type { AccountId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "./authorization-server";

/** What we need of the bank's core. */
export interface Bank {
  /**
   * Every account that this customer holds now, closed ones too. Unknown customers hold none.
   *
   * @throws BankUnavailable when the bank is down, slow, or answers something that is not a list of accounts.
   */
  accountsOf(customer: CustomerId, context: CallContext): Promise<readonly BankAccount[]>;
  /**
   * How the bank reaches this customer now. Undefined for unknown customers.
   *
   * @throws BankUnavailable as `accountsOf` does.
   */
  contactOf(customer: CustomerId, context: CallContext): Promise<Contact | undefined>;
  /**
   * A few rows of what `access` would give of one of the customer's accounts, newest first (P-05). Takes no longer than
   * a customer waits for an example.
   *
   * @throws BankUnavailable as `accountsOf` does, and for an account that is not this customer's.
   */
  exampleOf(customer: CustomerId, account: AccountId, access: AccountAccess, context: CallContext): Promise<Example>;
  /** Whose account a payment goes to. Never fails and never takes long: `unavailable` when there is no answer in time. */
  checkPayee(payee: Payee, context: CallContext): Promise<PayeeCheck>;
  /**
   * What was paid so far within the limits of a consent of this customer. Never fails and never takes long: undefined
   * for one under which nothing can have been paid, and when there is no answer in time.
   */
  vrpUseOf(customer: CustomerId, consent: ConsentId, context: CallContext): Promise<VrpUse | undefined>;
  /**
   * The payments that a consent of this customer makes or made, newest first; none for somebody else's. Never fails and
   * never takes long: undefined when there is no answer in time, which is not the same as none.
   */
  paymentsOf(customer: CustomerId, consent: ConsentId, context: CallContext): Promise<Newest<PaymentMade> | undefined>;
  /** What was answered whether there is enough money, as `paymentsOf` tells payments. */
  fundsAnswersOf(
    customer: CustomerId,
    consent: ConsentId,
    context: CallContext,
  ): Promise<Newest<FundsAnswer> | undefined>;
  /**
   * Tells how far the signatures of a consent have come, which its orders wait for. Telling the same again is no error.
   *
   * @throws BankUnavailable when the bank did not take it in.
   */
  tellOfSignatures(consent: ConsentId, told: SignaturesTold, context: CallContext): Promise<void>;
}

export interface SignaturesTold {
  readonly required: number;
  readonly received: number;
  readonly state: "awaiting" | "complete" | "rejected";
  /** ISO 8601, as is `lastAt`. */
  readonly dueAt: string;
  readonly lastAt: string;
}

export interface Contact {
  readonly email?: string;
  /** The language that the customer chose, BCP 47. */
  readonly locale?: string;
}

export class BankUnavailable extends Error {
  override readonly name = "BankUnavailable";
}
