import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { BankAccount } from "~/domain/consent/offered-account";
import { type ShownStatus, shownStatus } from "~/domain/consent/shown-status";
import { traitsOf } from "~/domain/consent-kinds/index";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { FundsAnswer, Newest, PaymentMade } from "~/domain/consent-kinds/uses";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import { putsQuestion, type ShownPage } from "~/domain/evidence/shown-page";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { Signer } from "~/domain/signers/mandate";
import { stillAsked } from "~/domain/signers/still-asked";
import type { AppFacts } from "~/domain/tpp/app-facts";
import type { AppDenial } from "~/domain/tpp/suspension";
import type { AccessHistory, AccessSummary, ClusterUse } from "~/ports/access-history";
import type { AppTold, ToldOf } from "~/ports/app-told";
import type { AuthorizationServer, CallContext } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ConsentChanges } from "~/ports/consent-changes";
import type { ConsentRegister, ConsentVersion, RegisteredConsent } from "~/ports/consent-register";
import type { OwnAnswer, OwnAnswers } from "~/ports/own-answers";
import type { TppFacts } from "~/ports/tpp-facts";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { WaitingSignatures } from "~/ports/waiting-signatures";

interface Needs {
  readonly register: Pick<ConsentRegister, "find" | "versionsOf">;
  readonly answers: OwnAnswers;
  readonly changes: Pick<ConsentChanges, "underWay">;
  readonly told: AppTold;
  readonly access: Pick<AccessHistory, "summaryOf" | "clustersOf">;
  readonly facts: Pick<TppFacts, "of">;
  readonly suspensions: Pick<TppSuspensions, "denialsOf">;
  readonly waiting: Pick<WaitingSignatures, "awaitedFor">;
  readonly authorizationServer: { readonly capabilities: Pick<AuthorizationServer["capabilities"], "removeAccount"> };
  readonly bank: Pick<Bank, "accountsOf" | "vrpUseOf" | "paymentsOf" | "fundsAnswersOf">;
}

/** One consent of a customer's own: how it stands, what was agreed to, and what became of it. */
export interface OwnConsent {
  readonly consent: RegisteredConsent;
  readonly status: ShownStatus;
  /** What took its place, where that is theirs too. */
  readonly successor?: ConsentId;
  /** Everything that became of it, oldest first. */
  readonly versions: readonly ConsentVersion[];
  /** Newest first. */
  readonly answers: readonly OwnAnswer[];
  /** What was agreed to last; absent where it was agreed to elsewhere, or its evidence is gone. */
  readonly agreed?: Agreed;
  /** Of those that the consent is about, each that can be told by name. */
  readonly accounts: readonly BankAccount[];
  /** The bank was away: the accounts are called what they were called when it was agreed to. */
  readonly accountsAsOfThen: boolean;
  /** Whether one of several can leave it and the others stay (D-08). */
  readonly canRemoveAccount: boolean;
  /** Who has yet to sign it; nobody where the bank does not say who they are. */
  readonly awaited: readonly Signer[];
  readonly told: readonly ToldOf[];
  /** Absent where it was never used. */
  readonly used?: AccessSummary;
  readonly clusters: readonly ClusterUse[];
  /** Who the app is; absent where nobody told us. */
  readonly app?: AppFacts;
  /** What it may not do now, whatever its customers agreed to. */
  readonly denials: readonly AppDenial[];
  /** What was paid with it, or asked about: absent while the bank does not say. */
  readonly payments?: Newest<PaymentMade>;
  readonly questions?: Newest<FundsAnswer>;
  /** Of payments within limits: what was paid of each; absent where none can have been, or the bank did not say. */
  readonly vrpUse?: VrpUse;
}

export interface Agreed {
  readonly at: Date;
  readonly request: ConsentRequest;
  /** The accounts that could be chosen then. */
  readonly offered: ShownPage["shown"]["made"]["offered"];
  readonly payeeCheck?: PayeeCheck;
}

/**
 * What a customer can know of one consent. It rests on our own record: neither the authorization server nor the bank has
 * to be there.
 *
 * @returns undefined alike for a consent that does not exist and for somebody else's (C-07): both take the one look-up.
 * @throws DeskUnavailable
 */
export const viewOwnConsent =
  ({ register, answers, changes, told, access, facts, suspensions, waiting, bank, authorizationServer }: Needs) =>
  async (id: ConsentId, customer: CustomerId, context: CallContext): Promise<OwnConsent | undefined> => {
    const consent = await register.find(id, { customer });
    if (!consent) return undefined;
    const paysOften = consent.kind === "domestic-vrp";
    const pays = traitsOf(consent.kind).moves === "money";
    const answersFunds = consent.kind === "funds-confirmation";
    const [
      versions,
      given,
      underWay,
      heard,
      summaries,
      clusters,
      apps,
      denials,
      asked,
      owned,
      vrpUse,
      payments,
      questions,
    ] = await Promise.all([
      register.versionsOf(id, { customer }),
      answers.of(id, customer),
      changes.underWay([id]),
      told.of(id, customer),
      access.summaryOf([id]),
      access.clustersOf(id, customer),
      facts.of([consent.clientId]),
      suspensions.denialsOf(consent.clientId),
      consent.status === "partially-authorised" ? waiting.awaitedFor([id], customer) : undefined,
      accountsAtTheBank(bank, customer, context),
      paysOften ? bank.vrpUseOf(customer, id, context) : undefined,
      pays ? bank.paymentsOf(customer, id, context) : undefined,
      answersFunds ? bank.fundsAnswersOf(customer, id, context) : undefined,
    ]);
    const { supersededBy } = consent;
    const [agreed, successor] = await Promise.all([
      lastAgreed(answers, given),
      supersededBy && register.find(supersededBy, { customer }),
    ]);
    const used = summaries.get(id);
    const app =
      apps.get(consent.clientId) ?? (agreed && { ...agreed.request.requester, at: agreed.at, isFresh: false });
    const named = owned ?? agreed?.offered.map(({ account }) => account) ?? [];
    const about = new Set(consent.accountIds);
    return {
      consent,
      status: shownStatus(consent, underWay.get(id)?.move),
      ...(successor && { successor: successor.id }),
      versions,
      answers: given,
      ...(agreed && { agreed }),
      accounts: named.filter((account) => about.has(account.id)),
      accountsAsOfThen: owned === undefined,
      canRemoveAccount:
        authorizationServer.capabilities.removeAccount &&
        consent.kind === "account-access" &&
        consent.status === "authorised" &&
        about.size > 1,
      awaited: stillAsked(asked?.get(id) ?? [], owned ?? [], consent.accountIds),
      told: heard,
      ...(used && { used }),
      clusters,
      ...(app && { app }),
      denials,
      ...(vrpUse && { vrpUse }),
      ...(payments && { payments }),
      ...(questions && { questions }),
    };
  };

async function accountsAtTheBank(bank: Needs["bank"], customer: CustomerId, context: CallContext) {
  return bank.accountsOf(customer, context).catch((error: unknown) => {
    if (!(error instanceof BankUnavailable)) throw error;
    return undefined;
  });
}

/** The newest yes of which the question is on record; where there was none, what was answered otherwise. */
async function lastAgreed(answers: OwnAnswers, given: readonly OwnAnswer[]): Promise<Agreed | undefined> {
  const last = given.find(({ outcome }) => outcome === "allowed") ?? given[0];
  const page = last && (await answers.pageOf(last));
  if (!page || !putsQuestion(page)) return undefined;
  const { request, offered, payeeCheck } = page.shown.made;
  return { at: last.at, request, offered, ...(payeeCheck && { payeeCheck }) };
}
