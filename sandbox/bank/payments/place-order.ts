import { createHash } from "node:crypto";
import { ACCOUNTS, type Account } from "../../personas.ts";
import { accountByNumber, isKnownAs } from "../core/accounts.ts";
import { createBook } from "../core/book.ts";
import { parseAmount } from "../core/money.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import type { ApiVersion } from "../gateway/api-version.ts";
import { badRequest, Refusal } from "../gateway/refusal.ts";
import type { ConsumeConsent } from "./consent-consumption.ts";
import { firstDifference } from "./first-difference.ts";
import { newPaymentId, type PaymentOrder } from "./payment-order.ts";
import type { PaymentOrders, Reject } from "./payment-orders.ts";
import { instructionOf, type PaymentRequest } from "./payment-request.ts";

/** Who orders: the customer's token, alive with its consent, or spent by an earlier order. */
export interface Orderer {
  readonly clientId: string;
  readonly consentId: string;
  /** Absent for a spent token: only a repeat of its own order is answered then. */
  readonly consent?: LiveConsent;
  readonly tokenHash: string;
  readonly tokenBoundTo: string;
}

export interface OrderMessage {
  readonly version: ApiVersion;
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
  readonly request: PaymentRequest;
  readonly interactionId: string;
}

export interface OrderDesk {
  readonly orders: PaymentOrders;
  readonly consume: ConsumeConsent;
  readonly now: () => Date;
}

/**
 * Places a domestic payment: writes the order down, has its consent consumed, moves the money. A repeat with the same
 * key picks up wherever the first attempt stopped, and otherwise answers what the first one did.
 *
 * @throws Refusal 400 or 403
 * @throws AuthorizationServerUnavailable where the consent could not be consumed; a repeat tries again
 */
export async function placeOrder(desk: OrderDesk, orderer: Orderer, message: OrderMessage): Promise<PaymentOrder> {
  const { orders, now } = desk;
  const { request, version: apiVersion, idempotencyKey } = message;
  if (request.Data.ConsentId !== orderer.consentId) throw new Refusal(403);
  const bodyHash = createHash("sha256").update(message.body).digest("hex");
  const key = { clientId: orderer.clientId, apiVersion, idempotencyKey };
  const earlier = await orders.byKey(key, now());
  if (earlier) return repeat(desk, earlier, bodyHash, message);
  if (orderer.consent?.status !== "authorised") throw notUsable();
  const order = newOrder(orderer, orderer.consent, message, bodyHash, now());
  if (!(await orders.claim(order))) {
    // Someone claimed the consent or the key since we looked: the same request twice at once, or another one.
    const other = await orders.byKey(key, now());
    if (!other) throw notUsable();
    return repeat(desk, other, bodyHash, message);
  }
  return finish(desk, order, message.interactionId);
}

function repeat(desk: OrderDesk, earlier: PaymentOrder, bodyHash: string, { interactionId }: OrderMessage) {
  if (earlier.bodyHash !== bodyHash) {
    // The standard: a changed body under a known key must not change the resource, and may be fraud.
    throw badRequest("Header.Invalid", "This key was used for another message.", "x-idempotency-key");
  }
  return finish(desk, earlier, interactionId);
}

/** From `received` to an outcome. Each step may be done again: the claim on the consent is ours until it has one. */
async function finish({ orders, consume, now }: OrderDesk, order: PaymentOrder, interactionId: string) {
  if (order.status !== "received") return order;
  if ((await consume(order.consentId, interactionId)) === "not_usable") {
    await orders.drop(order.id);
    throw notUsable();
  }
  return orders.complete(order.id, now(), rejection(now()));
}

const rejection =
  (now: Date): Reject =>
  async (order, entries) => {
    const account = ACCOUNTS.find(({ id }) => id === order.debtorAccount);
    if (account?.status !== "Enabled") return "AC04";
    if (account.currency !== order.currency) return "AM03";
    const { available } = await createBook(entries).balances(account.id, now);
    return available < order.amount ? "AM04" : undefined;
  };

function newOrder(
  orderer: Orderer,
  consent: LiveConsent,
  { version, idempotencyKey, request }: OrderMessage,
  bodyHash: string,
  now: Date,
): PaymentOrder {
  // Consent and order must be of the same version.
  if (consent.api_version !== version) throw mismatch("Data.ConsentId");
  const { Initiation } = request.Data;
  const difference =
    firstDifference(consent.initiation ?? {}, Initiation, "Data.Initiation") ??
    firstDifference(consent.risk ?? {}, request.Risk, "Risk");
  if (difference !== undefined) throw mismatch(difference);
  const instruction = instructionOf(Initiation);
  if (!instruction) throw badRequest("Resource.InvalidFormat", "This is no domestic payment.", "Data.Initiation");
  const debtor = debtorOf(consent);
  // The consent app offers no other account; the bank, whose money it is, does not take its word for it.
  if (instruction.debtor && !isKnownAs(debtor, instruction.debtor.scheme, instruction.debtor.identification)) {
    throw mismatch("Data.Initiation.DebtorAccount");
  }
  const amount = parseAmount(instruction.amount);
  if (amount === undefined || amount === 0) {
    throw badRequest("Field.Invalid", "This amount cannot be paid.", "Data.Initiation.InstructedAmount.Amount");
  }
  const { scheme, identification, name } = instruction.creditor;
  const payee = accountByNumber(scheme, identification);
  return {
    id: newPaymentId(),
    consentId: consent.id,
    clientId: orderer.clientId,
    apiVersion: version,
    idempotencyKey,
    bodyHash,
    tokenHash: orderer.tokenHash,
    tokenBoundTo: orderer.tokenBoundTo,
    debtorAccount: debtor.id,
    ...(payee?.currency === instruction.currency && { creditorAccount: payee.id }),
    creditorName: name,
    creditorScheme: scheme,
    creditorNumber: identification,
    amount,
    currency: instruction.currency,
    reference: instruction.reference,
    initiation: Initiation,
    risk: request.Risk,
    status: "received",
    createdAt: now,
    statusUpdatedAt: now,
  };
}

/** The one account that the customer chose to pay from, and still owns. */
function debtorOf({ account_ids, subject }: LiveConsent): Account {
  const [chosen, ...more] = account_ids;
  const account = ACCOUNTS.find(({ id, owners }) => id === chosen && owners.includes(subject));
  if (!account || more.length > 0 || account.kind !== "CurrentAccount") throw new Refusal(403);
  return account;
}

const mismatch = (path: string) =>
  badRequest("Resource.ConsentMismatch", "The payment differs from what the customer consented to.", path);

const notUsable = () => badRequest("Resource.InvalidConsentStatus", "This consent cannot be used for a payment.");
