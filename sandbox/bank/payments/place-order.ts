import { createHash } from "node:crypto";
import { ACCOUNTS, type Account } from "../../personas.ts";
import { isKnownAs } from "../core/accounts.ts";
import { instantFrom } from "../core/london-day.ts";
import { signaturesRequired } from "../core/mandates.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import type { ApiVersion } from "../gateway/api-version.ts";
import { badRequest, Refusal } from "../gateway/refusal.ts";
import { amountsToSign } from "./amounts-to-sign.ts";
import { carryOut, notUsable, type OrderDesk } from "./carry-out.ts";
import { firstDifference } from "./first-difference.ts";
import type { PaymentKind } from "./payment-kinds.ts";
import { newPaymentId, type OrderTerms, type Payment, type PaymentOrder } from "./payment-order.ts";
import type { OrderedBefore } from "./payment-orders.ts";
import { firstPayments } from "./payment-plan.ts";
import { debtorNamed, type PaymentRequest, type VrpRequest } from "./payment-request.ts";
import { checkAsked, checkPayment, checkPeriods, limitsOf } from "./vrp-limits.ts";

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
  readonly kind: PaymentKind;
  readonly version: ApiVersion;
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
  readonly request: PaymentRequest;
  readonly interactionId: string;
}

/**
 * Places an order: writes it down, has its consent consumed, and makes what is due of it. A repeat with the same key
 * picks up wherever the first attempt stopped, and otherwise answers what the first one did.
 *
 * @throws Refusal 400 or 403
 * @throws AuthorizationServerUnavailable where the consent could not be consumed; a repeat tries again
 */
export async function placeOrder(desk: OrderDesk, orderer: Orderer, message: OrderMessage): Promise<PaymentOrder> {
  const { orders, now } = desk;
  const { request, version: apiVersion, idempotencyKey, kind } = message;
  if (request.Data.ConsentId !== orderer.consentId) throw new Refusal(403);
  const bodyHash = createHash("sha256").update(message.body).digest("hex");
  const key = { clientId: orderer.clientId, apiVersion, kind, idempotencyKey };
  const earlier = await orders.byKey(key, now());
  if (earlier) return repeat(desk, earlier, bodyHash, orderer, message);
  if (orderer.consent?.status !== "authorised") throw notUsable();
  const asked = newOrder(orderer, orderer.consent, message, bodyHash, now());
  const { payments, guard } = asked;
  const order = await withSignatures(desk, asked.order, payments);
  if (!(await orders.claim(order, payments, guard))) {
    // Someone claimed the consent or the key since we looked: the same request twice at once, or another one.
    const other = await orders.byKey(key, now());
    if (!other) throw notUsable();
    return repeat(desk, other, bodyHash, orderer, message);
  }
  return carryOut(desk, order, message.interactionId);
}

function repeat(
  desk: OrderDesk,
  earlier: PaymentOrder,
  bodyHash: string,
  { consent }: Orderer,
  { interactionId }: OrderMessage,
) {
  if (earlier.bodyHash !== bodyHash) {
    // The standard: a changed body under a known key must not change the resource, and may be fraud.
    throw badRequest("Header.Invalid", "This key was used for another message.", "x-idempotency-key");
  }
  return carryOut(desk, earlier, interactionId, consent?.status === "authorised");
}

interface NewOrder {
  readonly order: PaymentOrder;
  readonly payments: readonly Payment[];
  readonly guard?: (ordered: OrderedBefore) => Promise<void>;
}

function newOrder(
  orderer: Orderer,
  consent: LiveConsent,
  { kind, version, idempotencyKey, request }: OrderMessage,
  bodyHash: string,
  now: Date,
): NewOrder {
  // Consent and order must be of the same version.
  if (consent.api_version !== version) throw mismatch("Data.ConsentId");
  const { Initiation } = request.Data;
  const risk = "Risk" in request ? request.Risk : undefined;
  const difference =
    firstDifference(consent.initiation ?? {}, Initiation, "Data.Initiation") ??
    firstDifference(consent.risk ?? {}, risk ?? {}, "Risk") ??
    (kind === "domestic_vrp" ? instructionDifference(request as VrpRequest) : undefined);
  if (difference !== undefined) throw mismatch(difference);
  refuseStaleRate(consent, now);
  const debtor = payingAccount(consent);
  const named = debtorNamed(Initiation);
  // The consent app offers no other account; the bank, whose money it is, does not take its word for it.
  if (named && !isKnownAs(debtor, named.SchemeName, named.Identification)) {
    throw mismatch("Data.Initiation.DebtorAccount");
  }
  const order: PaymentOrder = {
    id: newPaymentId(),
    kind,
    consentId: consent.id,
    customer: consent.subject,
    clientId: orderer.clientId,
    apiVersion: version,
    idempotencyKey,
    bodyHash,
    tokenHash: orderer.tokenHash,
    tokenBoundTo: orderer.tokenBoundTo,
    debtorAccount: debtor.id,
    initiation: Initiation,
    ...(risk && { risk }),
    terms: termsOf(consent, request),
    status: "received",
    createdAt: now,
    statusUpdatedAt: now,
  };
  const payments = firstPayments(order, request, consent, now);
  if (kind !== "domestic_vrp") return { order, payments };
  const limits = limitsOf(consent);
  const [payment] = payments;
  if (!limits || !payment) throw notUsable();
  checkPayment(limits, request as VrpRequest, now);
  const guard = async ({ sum, latestAt }: OrderedBefore) => {
    await checkAsked(request as VrpRequest, consent, latestAt);
    await checkPeriods(limits, payment, now, sum);
  };
  return { order, payments, guard };
}

function termsOf(consent: LiveConsent, { Data }: PaymentRequest): OrderTerms {
  const { read_refund_account, exchange_rate, charges, control_parameters, authorised_at } = consent;
  return {
    ...(read_refund_account === "Yes" && { refund: true }),
    ...(exchange_rate && { exchange: exchange_rate }),
    ...(charges && { charges }),
    ...("Instruction" in Data && {
      instruction: Data.Instruction as Record<string, unknown>,
      limits: { control_parameters, authorised_at },
    }),
  };
}

/** What the consent fixes of each payment has to be repeated in it (domestic-vrps, `Instruction`). */
function instructionDifference({ Data: { Initiation, Instruction } }: VrpRequest): string | undefined {
  const said: Record<string, unknown> = Instruction;
  for (const name of ["CreditorAccount", "RemittanceInformation"]) {
    if (Initiation[name] === undefined) continue;
    const difference = firstDifference(Initiation[name], said[name], `Data.Instruction.${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function refuseStaleRate({ exchange_rate }: LiveConsent, now: Date): void {
  if (exchange_rate?.RateType !== "Actual" || exchange_rate.ExpirationDateTime === undefined) return;
  if (instantFrom(exchange_rate.ExpirationDateTime) > now) return;
  const path = "Data.Initiation.ExchangeRateInformation";
  throw badRequest("Rules.AfterCutOffDateTime", "The exchange rate no longer holds.", path);
}

/**
 * The one account that the customer chose to pay from, and still owns.
 *
 * @throws Refusal 403
 */
export function payingAccount({ account_ids, subject }: LiveConsent): Account {
  const [chosen, ...more] = account_ids;
  const account = ACCOUNTS.find(({ id, owners }) => id === chosen && owners.includes(subject));
  if (!account || more.length > 0 || account.kind !== "CurrentAccount") throw new Refusal(403);
  return account;
}

/**
 * The order, and how many signatures it takes where it is more than the one that was given.
 *
 * @throws Refusal 403 for a customer who may not sign it, or not any more
 */
async function withSignatures({ mandateOf }: OrderDesk, order: PaymentOrder, payments: readonly Payment[]) {
  const account = ACCOUNTS.find(({ id }) => id === order.debtorAccount);
  const mandate = account && (await mandateOf(account));
  if (!mandate) return order;
  const required = signaturesRequired(mandate, amountsToSign(order, payments, account.currency), order.customer);
  if (required === undefined) throw new Refusal(403);
  return required === 1 ? order : { ...order, terms: { ...order.terms, signatures: required } };
}

const mismatch = (path: string) =>
  badRequest("Resource.ConsentMismatch", "The payment differs from what the customer consented to.", path);
