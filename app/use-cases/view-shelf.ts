import type { BankAccount } from "~/domain/consent/offered-account";
import { type ConsentSubject, traitsOf } from "~/domain/consent-kinds/index";
import type { AccountId, ClientId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import { isNarrowed, type ShelfAsked } from "~/domain/shelf/shelf-asked";
import type { Signer } from "~/domain/signers/mandate";
import { stillAsked } from "~/domain/signers/still-asked";
import type { AppFacts } from "~/domain/tpp/app-facts";
import type { AccessHistory, AccessSummary } from "~/ports/access-history";
import type { LastHeard } from "~/ports/authority-contact";
import type { CallContext } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ChangeUnderWay, ConsentChanges } from "~/ports/consent-changes";
import type { AccountGroup, AppsPage, ConsentLists, Narrowing, RowsPage, ShelfCounts } from "~/ports/consent-lists";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { OwnAnswers } from "~/ports/own-answers";
import type { SignedRequests } from "~/ports/signed-requests";
import type { TppFacts } from "~/ports/tpp-facts";
import type { WaitingSignature, WaitingSignatures } from "~/ports/waiting-signatures";

interface Needs {
  readonly lists: ConsentLists;
  readonly bank: Pick<Bank, "accountsOf">;
  readonly waiting: Pick<WaitingSignatures, "of" | "awaitedFor">;
  readonly signed: Pick<SignedRequests, "any">;
  readonly changes: Pick<ConsentChanges, "underWay">;
  readonly reads: Pick<AccessHistory, "summaryOf" | "toldUntil">;
  readonly answers: Pick<OwnAnswers, "subjectsOf">;
  readonly facts: Pick<TppFacts, "of">;
  /** How fresh the picture is that all of it is read from. */
  readonly lastHeard: () => Promise<LastHeard>;
  readonly bankAway: (error: BankUnavailable) => void;
}

/** One page of a customer's lists, with what is known of everything on it. */
export interface ShelfSeen extends ShelfPage {
  readonly asked: ShelfAsked;
  /** Absent while the bank does not answer: the page does without their names. */
  readonly accounts?: readonly BankAccount[];
  readonly counts: ShelfCounts;
  readonly signatures: readonly WaitingSignature[];
  /** They signed what others asked for, which has a list of its own (D-14). */
  readonly hasSigned: boolean;
  /** Who has yet to sign what they agreed to. */
  readonly awaited: ReadonlyMap<ConsentId, readonly Signer[]>;
  readonly underWay: ReadonlyMap<ConsentId, ChangeUnderWay>;
  readonly reads: ReadonlyMap<ConsentId, AccessSummary>;
  /** Up to when it is known what was read; absent where nobody tells. */
  readonly toldUntil?: Date;
  readonly lastHeard: LastHeard;
  /** What is paid, of payments whose page is on record. */
  readonly subjects: ReadonlyMap<ConsentId, ConsentSubject>;
  /** What is known of the apps on it. */
  readonly registered: ReadonlyMap<ClientId, AppFacts>;
}

export interface ShelfPage {
  /** What cannot go on without the customer, before everything else. */
  readonly action?: RowsPage;
  /** What others have to answer yet. */
  readonly others?: RowsPage;
  readonly apps?: AppsPage;
  readonly byAccount?: AccountsPage;
  readonly rows?: RowsPage;
}

export interface AccountsPage {
  readonly groups: readonly AccountGroup[];
  readonly newer?: Position;
  readonly older?: Position;
}

const NOBODY: ReadonlyMap<ConsentId, readonly CustomerId[]> = new Map();

/** So much fits on a page that is still read; the rest is on the next one. */
const APPS = 10;
const EACH = 5;
const ROWS = 25;
/** Before the list that was asked for. */
const ACTION_FIRST = 3;
/** More than anybody waits for at once. */
const OTHERS = 100;

/** What a customer shares, pays and shared before, as the list that they asked for. */
export const viewShelf =
  (needs: Needs) =>
  async (customer: CustomerId, wanted: ShelfAsked, context: CallContext): Promise<ShelfSeen> => {
    const accounts = accountsOf(needs, customer, context);
    const [known, counts, signatures, hasSigned, toldUntil, lastHeard] = await Promise.all([
      // Nobody waits for the names of accounts before the list is looked up, unless the list hangs on them.
      wanted.text !== undefined || wanted.by === "account" ? accounts : undefined,
      needs.lists.countsOf(customer),
      needs.waiting.of(customer),
      needs.signed.any(customer),
      needs.reads.toldUntil(),
      needs.lastHeard(),
    ]);
    // Which accounts there are, only the bank can say.
    const asked: ShelfAsked = known || wanted.by === "app" ? wanted : { ...wanted, by: "app" };
    const page = await pageOf(needs.lists, customer, asked, known ?? []);
    const consents = consentsOn(page);
    const shown = consents.map(({ id }) => id);
    const paid = consents.filter(({ kind }) => traitsOf(kind).moves === "money").map(({ id }) => id);
    const waiting = consents.filter(({ status }) => status === "partially-authorised");
    const [underWay, reads, subjects, registered, askedFor, named] = await Promise.all([
      needs.changes.underWay(shown),
      needs.reads.summaryOf(shown),
      needs.answers.subjectsOf([...new Set(paid)], customer),
      needs.facts.of([...new Set(consents.map(({ clientId }) => clientId))]),
      waiting.length > 0
        ? needs.waiting.awaitedFor(
            waiting.map(({ id }) => id),
            customer,
          )
        : NOBODY,
      accounts,
    ]);
    return {
      ...{ asked, ...page, counts, signatures, hasSigned, underWay, reads, subjects, registered, lastHeard },
      awaited: new Map(
        waiting.map(({ id, accountIds }) => [id, stillAsked(askedFor.get(id) ?? [], named ?? [], accountIds)]),
      ),
      ...(named && { accounts: named }),
      ...(toldUntil && { toldUntil }),
    };
  };

async function accountsOf({ bank, bankAway }: Needs, customer: CustomerId, context: CallContext) {
  try {
    return await bank.accountsOf(customer, context);
  } catch (error) {
    if (!(error instanceof BankUnavailable)) throw error;
    bankAway(error);
    return undefined;
  }
}

export const consentsOn = ({ action, others, apps, byAccount, rows }: ShelfPage): readonly RegisteredConsent[] => [
  ...(action?.consents ?? []),
  ...(others?.consents ?? []),
  ...[...(apps?.groups ?? []), ...(byAccount?.groups ?? [])].flatMap(({ consents }) => consents),
  ...(rows?.consents ?? []),
];

async function pageOf(
  lists: ConsentLists,
  customer: CustomerId,
  asked: ShelfAsked,
  accounts: readonly BankAccount[],
): Promise<ShelfPage> {
  const { tab, kind, client, account, from } = asked;
  const narrowing = { ...narrowingOf(asked, accounts), ...(from && { from }) };
  const inOrder = async (list: Parameters<ConsentLists["inOrder"]>[1]["list"]) => ({
    rows: await lists.inOrder(customer, { list, size: ROWS, ...narrowing }),
  });
  const byApp = async (shelf: Parameters<ConsentLists["byApp"]>[1]["shelf"]) =>
    client === undefined
      ? { apps: await lists.byApp(customer, { shelf, size: APPS, each: EACH, ...narrowing }) }
      : inOrder(shelf);
  switch (tab) {
    case "sharing": {
      if (asked.by === "account" && account === undefined)
        return { byAccount: await accountsPage(lists, customer, accounts, from) };
      if (asked.by === "account") return inOrder("going-on");
      const isFirst = !isNarrowed(asked) && from === undefined;
      const [page, action, others] = await Promise.all([
        byApp("account-access"),
        isFirst ? lists.inOrder(customer, { list: "action", size: ACTION_FIRST }) : undefined,
        isFirst ? lists.inOrder(customer, { list: "others", size: ACTION_FIRST }) : undefined,
      ]);
      return { ...page, ...(action && action.consents.length > 0 && { action }), ...(others && { others }) };
    }
    case "checks":
      return byApp("funds-confirmation");
    case "payments": {
      if (kind === "domestic-vrp") return byApp("domestic-vrp");
      // What may still take money stands before all that was paid, however long ago it began (N-15).
      const isFirst = kind === undefined && client === undefined && from === undefined;
      const [taking, once] = await Promise.all([isFirst ? byApp("domestic-vrp") : {}, inOrder("payments")]);
      return { ...taking, ...once };
    }
    case "action": {
      const isFirst = !isNarrowed(asked) && from === undefined;
      const [rows, others] = await Promise.all([
        inOrder(tab),
        isFirst ? lists.inOrder(customer, { list: "others", size: OTHERS }) : undefined,
      ]);
      return { ...rows, ...(others && { others }) };
    }
    case "ended":
      return inOrder(tab);
  }
}

function narrowingOf({ text, kind, status, client, account }: ShelfAsked, accounts: readonly BankAccount[]): Narrowing {
  const sought = text?.toLocaleLowerCase();
  return {
    ...(sought !== undefined && {
      text: sought,
      named: accounts.filter(({ nickname }) => nickname.toLocaleLowerCase().includes(sought)).map(({ id }) => id),
    }),
    ...(kind && { kind }),
    ...(status && { status }),
    ...(client && { client }),
    ...(account && { account }),
  };
}

/** The accounts stand in the bank's order, and what is of none of them comes last. */
async function accountsPage(
  lists: ConsentLists,
  customer: CustomerId,
  accounts: readonly BankAccount[],
  from: Position | undefined,
): Promise<AccountsPage> {
  const ids = accounts.map(({ id }) => id);
  const place = from ? ids.indexOf(from.key as AccountId) : -1;
  const start = place < 0 ? 0 : from?.side === "after" ? place + 1 : Math.max(0, place - APPS);
  const here = ids.slice(start, start + APPS);
  const isLast = start + APPS >= ids.length;
  const groups = await lists.byAccount(customer, { accounts: here, each: EACH, ...(isLast && { othersThan: ids }) });
  const at = (side: Position["side"], key = ""): Position => ({ side, at: "0", key });
  return {
    groups,
    ...(start > 0 && { newer: at("before", here[0]) }),
    ...(!isLast && { older: at("after", here.at(-1)) }),
  };
}
