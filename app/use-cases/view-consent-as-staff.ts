import type { BankAccount } from "~/domain/consent/offered-account";
import { type ShownStatus, shownStatus } from "~/domain/consent/shown-status";
import { asStaffId, type ConsentId, type CustomerId, type StaffId } from "~/domain/shared/ids";
import type { AccessHistory } from "~/ports/access-history";
import type { AppTold } from "~/ports/app-told";
import type { AuthorizationServer, CallContext } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { ChangeUnderWay, ConsentChanges } from "~/ports/consent-changes";
import type {
  CaseOnRecord,
  ChangeOnRecord,
  ConsentDossier,
  DeliveryOnRecord,
  SigningOnRecord,
} from "~/ports/consent-dossier";
import type { ConsentRegister, RegisteredConsent } from "~/ports/consent-register";
import type { OwnAnswers } from "~/ports/own-answers";
import type { StaffDesk } from "~/ports/staff-desk";
import type { TppFacts } from "~/ports/tpp-facts";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { WaitingSignatures } from "~/ports/waiting-signatures";
import { type OwnReads, viewAccessHistory } from "./view-access-history";
import { type OwnConsent, viewOwnConsent } from "./view-own-consent";
import { type OwnHistory, viewOwnHistory } from "./view-own-history";

interface Needs {
  readonly register: Pick<ConsentRegister, "find" | "versionsOf">;
  readonly answers: OwnAnswers;
  readonly changes: Pick<ConsentChanges, "underWay" | "pausedUntil">;
  readonly told: AppTold;
  readonly access: AccessHistory;
  readonly facts: Pick<TppFacts, "of">;
  readonly suspensions: Pick<TppSuspensions, "denialsOf">;
  readonly waiting: Pick<WaitingSignatures, "awaitedFor">;
  readonly bank: Pick<Bank, "accountsOf" | "vrpUseOf" | "paymentsOf" | "fundsAnswersOf">;
  readonly authorizationServer: { readonly capabilities: Pick<AuthorizationServer["capabilities"], "removeAccount"> };
  readonly dossier: ConsentDossier;
  readonly staffDesk: Pick<StaffDesk, "namesOf">;
}

/** One consent as the bank's staff see it. */
export interface StaffConsent {
  readonly consent: RegisteredConsent;
  readonly status: ShownStatus;
  readonly underWay?: ChangeUnderWay;
  readonly pausedUntil?: Date;
  /** What its customer sees of it; absent while there is no customer, who comes with the first answer. */
  readonly of?: CustomersView;
  readonly changes: readonly ChangeOnRecord[];
  readonly deliveries: readonly DeliveryOnRecord[];
  readonly cases: readonly CaseOnRecord[];
  readonly signing?: SigningOnRecord;
  /** What those of the staff are called that its record names. */
  readonly staff: ReadonlyMap<StaffId, string>;
  /** What customers are called that its record names, as far as the bank says. */
  readonly people: ReadonlyMap<CustomerId, string>;
}

interface CustomersView {
  readonly own: OwnConsent;
  readonly history: OwnHistory;
  readonly reads: OwnReads;
}

/** So many of the newest versions are told with what they changed. */
const COMPARED = 20;

/**
 * Everything that is on record of one consent, by the very views that its customer has: neither sees what the other does
 * not. The bank is asked for the accounts once, and may be away.
 *
 * @param readsBefore days of reads before this one, as 2026-05-03.
 * @returns undefined for one that is not there.
 * @throws DeskUnavailable
 */
export const viewConsentAsStaff =
  (needs: Needs) =>
  async (id: ConsentId, readsBefore: string | undefined, context: CallContext): Promise<StaffConsent | undefined> => {
    const { register, changes, dossier, staffDesk } = needs;
    const consent = await register.find(id, "bank");
    if (!consent) return undefined;
    const bank = askedOnce(needs.bank);
    const [underWay, pausedUntil, asked, deliveries, cases, signing, seen] = await Promise.all([
      changes.underWay([id]),
      changes.pausedUntil(id),
      dossier.changesOf(id),
      dossier.deliveriesOf(id),
      dossier.casesOf(id),
      dossier.signingOf(id),
      consent.customer && asCustomer({ ...needs, bank }, consent, consent.customer, readsBefore, context),
    ]);
    const change = underWay.get(id);
    const members = asked.filter(({ actor }) => actor.type === "staff").map(({ actor }) => asStaffId(actor.ref));
    const staff = members.length > 0 ? await staffDesk.namesOf([...new Set(members)]) : new Map<StaffId, string>();
    return {
      consent,
      status: seen?.own.status ?? shownStatus(consent, change?.move),
      ...(change && { underWay: change }),
      ...(pausedUntil && { pausedUntil }),
      ...(seen && { of: seen }),
      changes: asked,
      deliveries,
      cases,
      ...(signing && { signing }),
      staff,
      people: holdersOf(seen?.history.accounts ?? []),
    };
  };

async function asCustomer(
  needs: Needs,
  { id, version }: RegisteredConsent,
  customer: CustomerId,
  readsBefore: string | undefined,
  context: CallContext,
): Promise<CustomersView | undefined> {
  const newest = Array.from({ length: COMPARED + 1 }, (_, back) => version - back);
  const [own, history, reads] = await Promise.all([
    viewOwnConsent(needs)(id, customer, context),
    viewOwnHistory(needs)(id, customer, newest, context),
    viewAccessHistory(needs)(id, customer, readsBefore === undefined ? {} : { before: readsBefore }, context),
  ]);
  // It was erased, or became somebody else's, in this very moment.
  return own && history && reads && { own, history, reads };
}

/** The same answer, or the same silence, for each who asks for the accounts. */
function askedOnce<Asked extends Pick<Bank, "accountsOf">>(bank: Asked): Asked {
  let asked: Promise<readonly BankAccount[]> | undefined;
  return {
    ...bank,
    accountsOf: (customer: CustomerId, context: CallContext) => {
      asked ??= bank.accountsOf(customer, context);
      return asked;
    },
  };
}

const holdersOf = (accounts: readonly BankAccount[]): ReadonlyMap<CustomerId, string> =>
  new Map(accounts.flatMap(({ holders }) => holders.map(({ customer, name }) => [customer, name] as const)));
