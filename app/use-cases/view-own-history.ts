import { createHash } from "node:crypto";
import type { BankAccount } from "~/domain/consent/offered-account";
import { type VersionState, versionStates } from "~/domain/consent/version-states";
import { type ShownPage, shownText } from "~/domain/evidence/shown-page";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ConsentRegister, ConsentVersion, RegisteredConsent } from "~/ports/consent-register";
import type { OwnAnswer, OwnAnswers } from "~/ports/own-answers";

interface Needs {
  readonly register: Pick<ConsentRegister, "find" | "versionsOf">;
  readonly answers: OwnAnswers;
  readonly bank: Pick<Bank, "accountsOf">;
}

/** Every change of one consent of a customer's own (D-06, R-10). */
export interface OwnHistory {
  readonly consent: RegisteredConsent;
  /** Oldest first. */
  readonly versions: readonly OwnVersion[];
  /** All that the customer has at the bank; absent while it does not answer. */
  readonly accounts?: readonly BankAccount[];
}

export interface OwnVersion extends ConsentVersion {
  readonly state: VersionState;
  /** The answer that made it. */
  readonly answer?: OwnAnswer;
  /** What was agreed to in it: the page of the last yes until then. */
  readonly page?: ShownPage;
}

/**
 * Every version, and for two of them what was agreed to.
 *
 * @param compared the numbers of the versions to be compared: only of those the pages are read.
 * @returns undefined alike for what does not exist and for somebody else's (C-07).
 * @throws DeskUnavailable
 */
export const viewOwnHistory =
  ({ register, answers, bank }: Needs) =>
  async (
    id: ConsentId,
    customer: CustomerId,
    compared: readonly number[],
    context: CallContext,
  ): Promise<OwnHistory | undefined> => {
    const consent = await register.find(id, { customer });
    if (!consent) return undefined;
    const [versions, given, accounts] = await Promise.all([
      register.versionsOf(id, { customer }),
      answers.of(id, customer),
      bank.accountsOf(customer, context).catch(unlessAway),
    ]);
    const states = versionStates(consent, versions);
    const told = versions.map(async (version): Promise<OwnVersion> => {
      const answer = given.find(({ decisionId }) => decisionId === version.decisionId);
      const page = compared.includes(version.version) ? await pageAt(version, versions, given, answers) : undefined;
      const state = states.get(version.version) ?? consent;
      return { ...version, state, ...(answer && { answer }), ...(page && { page }) };
    });
    return { consent, versions: await Promise.all(told), ...(accounts && { accounts }) };
  };

function unlessAway(error: unknown): undefined {
  if (!(error instanceof BankUnavailable)) throw error;
  return undefined;
}

/** The page of the last yes up to a version. */
async function pageAt(
  { version }: ConsentVersion,
  versions: readonly ConsentVersion[],
  given: readonly OwnAnswer[],
  answers: OwnAnswers,
): Promise<ShownPage | undefined> {
  const decided = versions.filter((each) => each.version <= version).map(({ decisionId }) => decisionId);
  const yes = given.find(({ decisionId, outcome }) => outcome === "allowed" && decided.includes(decisionId));
  return yes && answers.pageOf(yes);
}

/** The page that a customer saw, as it was kept. */
export interface OwnPage {
  readonly consent: RegisteredConsent;
  readonly answer: OwnAnswer;
  readonly page: ShownPage;
  /** Whether it still comes to the hash that it was kept under (B-01). */
  readonly isIntact: boolean;
}

/**
 * The page that one answer rests on.
 *
 * @param decision as the address names it.
 * @returns undefined alike for what does not exist, for somebody else's, and for an answer without a page.
 * @throws DeskUnavailable
 */
export const viewOwnPage =
  ({ register, answers }: Omit<Needs, "bank">) =>
  async (id: ConsentId, customer: CustomerId, decision: string): Promise<OwnPage | undefined> => {
    const consent = await register.find(id, { customer });
    const answer = consent && (await answers.of(id, customer)).find(({ decisionId }) => decisionId === decision);
    const page = answer && (await answers.pageOf(answer));
    if (!consent || !answer || !page) return undefined;
    const text = shownText({ ...page, said: page.shown.said });
    const isIntact = createHash("sha256").update(text).digest("base64url") === page.shownHash;
    return { consent, answer, page, isIntact };
  };
