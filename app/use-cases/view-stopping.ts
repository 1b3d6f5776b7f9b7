import type { CustomerCase } from "~/domain/cases/customer-case";
import type { BankAccount } from "~/domain/consent/offered-account";
import { traitsOf } from "~/domain/consent-kinds/index";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { AppTold, ToldOf } from "~/ports/app-told";
import type { AuthorizationServer } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ChangeUnderWay, ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import type { ConsentRegister, RegisteredConsent } from "~/ports/consent-register";
import type { CustomerCases } from "~/ports/customer-cases";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly changes: Pick<ConsentChanges, "newestOf" | "pausedUntil" | "underWay">;
  readonly cases: Pick<CustomerCases, "ofConsent">;
  readonly appTold: AppTold;
  readonly bank: Pick<Bank, "accountsOf">;
  readonly authorizationServer: Pick<AuthorizationServer, "capabilities">;
}

/** What the pages say that stop, pause or report a consent: how it stands now, and what its customer last asked for. */
export interface Stopping {
  readonly consent: RegisteredConsent;
  readonly customer: CustomerId;
  readonly underWay?: ChangeUnderWay;
  /** What the customer last asked for. */
  readonly newest?: RecordedChange;
  /** When the pause that holds it ends by itself. */
  readonly pausedUntil?: Date;
  /** Whether the app has heard of the newest version. */
  readonly told?: ToldOf;
  readonly report?: CustomerCase;
  /** All that the customer has at the bank; absent while it does not answer. */
  readonly accounts?: readonly BankAccount[];
  readonly can: { readonly pause: boolean; readonly removeAccount: boolean };
}

/** Undefined for a consent that is not there, and for somebody else's. @throws DeskUnavailable */
export const viewStopping =
  ({ register, changes, cases, appTold, bank, authorizationServer: { capabilities } }: Needs) =>
  async (id: ConsentId, customer: CustomerId, correlationId: string): Promise<Stopping | undefined> => {
    const consent = await register.find(id, { customer });
    if (!consent) return undefined;
    const [underWay, newest, pausedUntil, told, report, accounts] = await Promise.all([
      changes.underWay([id]),
      changes.newestOf(id, { type: "customer", id: customer }),
      changes.pausedUntil(id),
      appTold.of(id, customer),
      cases.ofConsent(id, customer),
      // To stop needs nobody but us: a bank that is away must not stand in its way.
      bank.accountsOf(customer, { correlationId }).catch(unlessAway),
    ]);
    const change = underWay.get(id);
    const heard = told.find(({ version }) => version === consent.version);
    return {
      consent,
      customer,
      ...(change && { underWay: change }),
      ...(newest && { newest }),
      ...(pausedUntil && { pausedUntil }),
      ...(heard && { told: heard }),
      ...(report && { report }),
      ...(accounts && { accounts }),
      can: {
        pause: capabilities.suspend && traitsOf(consent.kind).lasts,
        removeAccount: capabilities.removeAccount && consent.kind === "account-access",
      },
    };
  };

function unlessAway(error: unknown): undefined {
  if (!(error instanceof BankUnavailable)) throw error;
  return undefined;
}
