import type { ConsentType } from "../../sandbox/authorization-server/consents/consent-kinds.ts";
import { needsFactor } from "./asked.ts";
import type { Choice, Outcome, Told } from "./customer.ts";

/** What the browser did and was told. */
export interface ClientLedger {
  readonly consentId: string;
  readonly answered: readonly Choice[];
  readonly told: readonly Told[];
}

/** What our database holds of one consent. */
export interface OwnLedger {
  readonly decisions: readonly { readonly state: "intended" | "settled" | "closed"; readonly outcome: Outcome }[];
  /** Of the factor that a yes had to be confirmed with; null where none was asked. */
  readonly factor: "open" | "met" | "locked" | null;
  readonly status: string | null;
  readonly version: number | null;
  /** What each version of it did, first to last. */
  readonly moves: readonly string[];
  /** Versions that were queued for whoever is to hear of them. */
  readonly queued: readonly number[];
  readonly receipts: number;
  /** How many audit events of each type. */
  readonly audit: Readonly<Record<string, number>>;
}

/** What the authorization server holds of it. */
export interface AuthorityLedger {
  readonly type: ConsentType;
  readonly status: string;
  /** How its hand-off was answered. */
  readonly answer: Outcome | null;
  readonly grants: number;
}

/** "stuck": what should work again by itself does not. */
export type Fault = "lost" | "doubled" | "orphaned" | "turned" | "stuck";

export interface Finding {
  readonly fault: Fault;
  readonly consentId: string;
  readonly what: string;
}

const OUTCOME_OF: Readonly<Record<Choice, Outcome>> = { allow: "allowed", refuse: "refused" };
const STATUS_OF = {
  allowed: { own: "authorised", authority: "authorised", move: "authorise" },
  refused: { own: "rejected", authority: "rejected", move: "decline" },
} as const;

/**
 * Holds three ledgers against one another, after everything has settled. Any finding is a fault: nothing lost, nothing
 * doubled, nothing orphaned, and no "no" that became a "yes".
 */
export function judge(client: ClientLedger, own: OwnLedger, authority: AuthorityLedger): readonly Finding[] {
  const found: Finding[] = [];
  const blame = (fault: Fault, what: string, is: boolean) => {
    if (is) found.push({ fault, consentId: client.consentId, what });
  };
  const confirmed = new Set(client.told.flatMap((page) => page.confirmed ?? []));
  const kept = new Set(client.told.flatMap((page) => page.kept ?? []));
  const chosen = new Set(client.answered.map((choice) => OUTCOME_OF[choice]));
  const decision = own.decisions.at(0);
  const settled = decision?.state === "settled" ? decision.outcome : undefined;
  const audit = (type: string) => own.audit[type] ?? 0;

  blame("doubled", "the customer was told both yes and no", kept.size > 1);
  const unsaid = client.told.some(({ stop, confirmed }) => stop === "leaving" && !confirmed);
  blame("lost", "a page leads on to the app and does not say what was answered", unsaid);
  for (const outcome of confirmed) {
    blame("lost", `"${outcome}" was confirmed and is not settled with us`, settled !== outcome);
    blame("lost", `"${outcome}" was confirmed and is not at the authorization server`, authority.answer !== outcome);
  }
  for (const outcome of kept) {
    blame("lost", `"${outcome}" was said to be kept and is not`, decision?.outcome !== outcome);
  }

  blame("doubled", `${own.decisions.length} decisions`, own.decisions.length > 1);
  blame("doubled", `${authority.grants} grants`, authority.grants > 1);
  blame("doubled", `${own.receipts} receipts`, own.receipts > 1);

  blame("orphaned", "a decision is still intended", decision?.state === "intended");
  blame("orphaned", "the authorization server has an answer that we have not", authority.answer !== (settled ?? null));
  blame("orphaned", "settled without a receipt", settled !== undefined && own.receipts === 0);

  // One that was closed had no effect anywhere: a form that came after the end may say what it likes.
  const counts = decision !== undefined && decision.state !== "closed";
  blame("turned", `"${decision?.outcome}" was never answered`, counts && !chosen.has(decision.outcome));
  blame("turned", "the authorization server acts on what was never answered", isTurned(authority, chosen));
  const factor = needsFactor(authority.type) && counts && decision.outcome === "allowed" ? "met" : "not met";
  blame("turned", "a yes that no factor confirmed", factor === "met" && own.factor !== "met");
  blame("orphaned", "a factor was met for nothing", factor !== "met" && own.factor === "met" && !decision);
  if (settled !== undefined) {
    const { own: ours, authority: theirs, move } = STATUS_OF[settled];
    blame("turned", `settled as ${settled} and projected as ${own.status}`, own.status !== ours);
    blame("turned", `settled as ${settled}, ${authority.status} there`, authority.status !== theirs);
    const moves = own.moves.filter((each) => each === move).length;
    blame(moves === 0 ? "lost" : "doubled", `${moves} versions that ${move}: ${own.moves.join()}`, moves !== 1);
  }

  const versions = own.moves.length;
  blame("lost", `version ${own.version} with ${versions} versions kept`, (own.version ?? 0) !== versions);
  const due = own.moves.map((_, at) => at + 1);
  blame("lost", `versions ${due.join()} and events for ${own.queued.join()}`, due.join() !== own.queued.join());
  const expected: readonly (readonly [string, number])[] = [
    ["decision-intended", own.decisions.length],
    ["decision-settled", settled === undefined ? 0 : 1],
    ["decision-not-accepted", decision?.state === "closed" ? 1 : 0],
    ["consent-moved", versions],
  ];
  for (const [type, count] of expected) {
    blame(audit(type) < count ? "lost" : "doubled", `${audit(type)} audit rows ${type}`, audit(type) !== count);
  }
  return found;
}

const isTurned = ({ answer, status, grants }: AuthorityLedger, chosen: ReadonlySet<Outcome>): boolean =>
  (answer !== null && !chosen.has(answer)) || ((status === "authorised" || grants > 0) && !chosen.has("allowed"));
