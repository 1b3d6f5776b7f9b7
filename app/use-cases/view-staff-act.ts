import type { ConsentId } from "~/domain/shared/ids";
import type { CallContext } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ChangeUnderWay, ConsentChanges } from "~/ports/consent-changes";
import type { ConsentRegister, RegisteredConsent } from "~/ports/consent-register";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly changes: Pick<ConsentChanges, "underWay">;
  readonly bank: Pick<Bank, "contactOf">;
}

/** What somebody sees before they act on one consent. */
export interface BeforeAct {
  readonly consent: RegisteredConsent;
  readonly underWay?: ChangeUnderWay;
  /** The language that its customer reads; absent where the bank does not say. */
  readonly locale?: string;
}

/** @returns undefined for one that is not there. @throws DeskUnavailable */
export const viewStaffAct =
  ({ register, changes, bank }: Needs) =>
  async (id: ConsentId, context: CallContext): Promise<BeforeAct | undefined> => {
    const [consent, changing] = await Promise.all([register.find(id, "bank"), changes.underWay([id])]);
    if (!consent) return undefined;
    // To hold a consent back needs nobody but us: a bank that is away must not stand in its way.
    const contact = consent.customer && (await bank.contactOf(consent.customer, context).catch(unlessAway));
    const underWay = changing.get(id);
    return { consent, ...(underWay && { underWay }), ...(contact?.locale && { locale: contact.locale }) };
  };

function unlessAway(error: unknown): undefined {
  if (!(error instanceof BankUnavailable)) throw error;
  return undefined;
}
