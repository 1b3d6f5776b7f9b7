import { AS_FOUND, type AsFound, type ConsentStatus, isLive, type MoveReason } from "./lifecycle";
import { renewalOf } from "./renewal";
import { found, imported, type Step, step, toldReason } from "./step";
import type { ToldChange, ToldConsent } from "./told";
import { type ConsentState, isPastEnd, type MoveFacts } from "./transition";
import * as transitions from "./transitions";

/** The one move that leads from here to what the authorization server holds, by whoever made it as far as is known. */
export function lastStep(
  state: ConsentState | undefined,
  theirs: ToldConsent,
  change: ToldChange | undefined,
  now: Date,
): Step | undefined {
  const { status, accountIds } = theirs;
  if (!state) return status === "pending" || status === "awaiting-upload" ? imported(status, theirs) : undefined;
  const at = change?.at ?? now;
  const facts: MoveFacts = change ? { by: change.by, reason: AS_FOUND, at } : found(at);
  const customer = { by: "customer", reason: "customer-approved", at } as const;
  const live = isLive(state.status);
  switch (status) {
    case "pending":
      return step("upload", { by: "tpp", reason: "file-uploaded", at }, (each) => transitions.upload(state, each));
    case "partially-authorised":
      return step("authorise-partly", { ...customer, reason: "signer-approved" }, (each) =>
        transitions.authorisePartly(state, { ...each, accountIds }),
      );
    case "authorised":
      return authorisedAgain(state, theirs, facts, customer);
    case "suspended": {
      if (state.status === "suspended") return accountsLeft(state, theirs, facts);
      const reason = facts.by === "customer" ? "customer-pause" : toldReason("suspend", facts.by, theirs);
      return step("suspend", { ...facts, reason }, (each) => transitions.suspend(state, each));
    }
    case "consumed":
      return step("consume", { by: "system", reason: "used", at }, (each) => transitions.consume(state, each));
    case "rejected":
      return live ? ended(state, theirs, facts) : refused(state, theirs, facts);
    case "revoked":
    case "terminated": {
      // Of what no customer ever authorised, only its TPP can be rid.
      const isTpps = change?.by === "tpp" || (!live && theirs.customer === undefined);
      if (!isTpps) return ended(state, theirs, facts, status);
      if (!live && theirs.customer !== undefined) return undefined;
      return step("withdraw", { by: "tpp", reason: "tpp-deleted", at }, (each) => transitions.withdraw(state, each));
    }
    case "expired":
      return step("expire", { by: "system", reason: isPastEnd(state, at) ? "end-date" : AS_FOUND, at }, (each) =>
        transitions.expire(state, each),
      );
    default:
      return undefined;
  }
}

function authorisedAgain(
  state: ConsentState,
  theirs: ToldConsent,
  facts: MoveFacts,
  customer: { readonly by: "customer"; readonly reason: "customer-approved"; readonly at: Date },
): Step | undefined {
  const { accountIds, expiresAt } = theirs;
  const terms = { accountIds, ...(expiresAt && { expiresAt }) };
  switch (state.status) {
    case "pending":
      return step("authorise", customer, (each) => transitions.authorise(state, { ...each, accountIds }));
    case "partially-authorised":
      return step("complete", { ...customer, reason: "signers-complete" }, (each) => transitions.complete(state, each));
    case "suspended":
      return step(
        "resume",
        { ...facts, reason: facts.by === "customer" || facts.by === "staff" ? "resumed" : AS_FOUND },
        (each) => transitions.resume(state, each),
      );
    case "authorised":
      if (facts.by === "staff") return accountsLeft(state, theirs, facts);
      return step("renew", { ...facts, reason: renewal(state, theirs, facts) }, (each) =>
        transitions.renew(state, { ...each, ...terms }),
      );
    default:
      return undefined;
  }
}

function renewal(state: ConsentState, theirs: ToldConsent, { by }: MoveFacts): MoveReason | AsFound {
  if (by !== "customer") return AS_FOUND;
  return renewalOf(state.accountIds, theirs.accountIds);
}

/** The bank took one account out (T16). */
function accountsLeft(state: ConsentState, theirs: ToldConsent, facts: MoveFacts): Step | undefined {
  const [gone, ...more] = state.accountIds.filter((id) => !theirs.accountIds.includes(id));
  if (gone === undefined || more.length > 0) return undefined;
  return step("drop-account", facts, (each) => transitions.dropAccount(state, { ...each, accountId: gone }));
}

function refused(state: ConsentState, theirs: ToldConsent, facts: MoveFacts): Step | undefined {
  return facts.by === "customer"
    ? step("decline", { ...facts, reason: ofCustomer("decline", theirs, "customer-declined") }, (each) =>
        transitions.decline(state, each),
      )
    : step("fail", { ...facts, reason: toldReason("fail", facts.by, theirs) }, (each) => transitions.fail(state, each));
}

/** The customer's end, or the bank's; looking does not tell which, and access has ended at the bank either way. */
function ended(
  state: ConsentState,
  theirs: ToldConsent,
  facts: MoveFacts,
  status: ConsentStatus = "revoked",
): Step | undefined {
  // Nobody but its customer puts another in its place, also where that is found by looking and not told (P-11).
  if (facts.by === "customer" || theirs.reason === "superseded") {
    return step("stop", { ...facts, by: "customer", reason: ofCustomer("stop", theirs, "customer-stopped") }, (each) =>
      transitions.stop(state, each),
    );
  }
  return status === "terminated" || facts.by === "staff" || facts.by === "system"
    ? step("terminate", { ...facts, reason: toldReason("terminate", facts.by, theirs) }, (each) =>
        transitions.terminate(state, each),
      )
    : undefined;
}

/** @param otherwise what is as good as said by whose it is. */
function ofCustomer(move: "decline" | "stop", theirs: ToldConsent, otherwise: MoveReason): MoveReason {
  const reason = toldReason(move, "customer", theirs);
  return reason === AS_FOUND ? otherwise : reason;
}
