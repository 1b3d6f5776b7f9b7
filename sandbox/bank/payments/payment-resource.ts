import { ACCOUNTS } from "../../personas.ts";
import { holdersOf } from "../core/accounts.ts";
import type { ApiVersion } from "../gateway/api-version.ts";
import { type PaymentResourceName, RESOURCES } from "./payment-kinds.ts";
import { type OrderStatus, type Payment, type PaymentOrder, paymentId, type RejectionReason } from "./payment-order.ts";
import type { Signatures } from "./signatures.ts";

type Words = readonly [pending: string, settled: string, rejected: string];

const ONCE: Words = ["Pending", "AcceptedSettlementCompleted", "Rejected"];
const INITIATION: Words = ["InitiationPending", "InitiationCompleted", "InitiationFailed"];

const STATUS: Readonly<Record<PaymentResourceName["statuses"], Readonly<Record<ApiVersion, Words>>>> = {
  once: { "v3.1": ONCE, "v4.0": ["RCVD", "ACSC", "RJCT"] },
  // What goes abroad has no RCVD in v4.0.
  once_abroad: { "v3.1": ONCE, "v4.0": ["PDNG", "ACSC", "RJCT"] },
  later: { "v3.1": INITIATION, "v4.0": ["RCVD", "ACSC", "RJCT"] },
  later_abroad: { "v3.1": INITIATION, "v4.0": ["PDNG", "ACSC", "RJCT"] },
  repeated: { "v3.1": INITIATION, "v4.0": ["RCVD", "INCO", "RJCT"] },
  file: { "v3.1": INITIATION, "v4.0": ["PDNG", "INCO", "INFA"] },
};

const AT = { received: 0, waiting: 0, settled: 1, rejected: 2 } as const satisfies Record<OrderStatus, number>;

const REASONS: Readonly<Record<RejectionReason, string>> = {
  AC04: "The account to pay from is closed.",
  AM03: "The account to pay from is in a currency that this cannot be paid in.",
  AM04: "There is not enough money on the account to pay from.",
  AM14: "It is more than the limits that the customer agreed to leave.",
  DS02: "Not everybody who has to sign this payment has signed it.",
  MD01: "The customer's consent ended or was paused before everybody had signed.",
};

/** What v4.0 calls an order that some have signed, and others have to: not what has no word for it. */
const PARTLY_SIGNED: Readonly<Partial<Record<PaymentResourceName["statuses"], string>>> = {
  once: "PATC",
  once_abroad: "PATC",
  later: "PATC",
  later_abroad: "PATC",
  repeated: "PATC",
};

/**
 * The answer of an order in the version in which it was placed: `OBWriteDomesticResponse5` and its kin.
 *
 * @param signatures of an order that takes several, as far as they have come.
 */
export function paymentResource(
  order: PaymentOrder,
  payments: readonly Payment[],
  address: string,
  signatures?: Signatures,
): object {
  const { kind, apiVersion, status, statusReason, terms } = order;
  const { id, statuses } = RESOURCES[kind];
  const debtor = accountNamed(order.debtorAccount);
  const isVrp = kind === "domestic_vrp";
  const isPartlySigned = apiVersion === "v4.0" && !isVrp && status === "received" && signatures?.state === "awaiting";
  return {
    Data: {
      [id]: order.id,
      ConsentId: order.consentId,
      CreationDateTime: order.createdAt.toISOString(),
      Status: (isPartlySigned && PARTLY_SIGNED[statuses]) || STATUS[statuses][apiVersion][AT[status]],
      StatusUpdateDateTime: order.statusUpdatedAt.toISOString(),
      ...(apiVersion === "v4.0" &&
        statusReason && {
          StatusReason: [{ StatusReasonCode: statusReason, StatusReasonDescription: REASONS[statusReason] }],
        }),
      ...(statuses.startsWith("later") && payments[0] && expected(payments[0])),
      ...(terms.refund && kind !== "file_payment" && debtor && { Refund: isVrp ? debtor : { Account: debtor } }),
      ...(terms.charges && { Charges: terms.charges }),
      // A standing order has a rate each time.
      ...(statuses.endsWith("abroad") &&
        terms.exchange && { ExchangeRateInformation: rateInformation(order, payments) }),
      Initiation: order.initiation,
      // Payments within limits have no place for it.
      ...(signatures && !isVrp && { MultiAuthorisation: multiAuthorisation(signatures, apiVersion) }),
      ...(isVrp && { Instruction: terms.instruction, ...(debtor && { DebtorAccount: debtor }) }),
    },
    ...(isVrp && { Risk: order.risk }),
    Links: { Self: `${address}/${order.id}` },
    Meta: {},
  };
}

/** `OBWritePaymentDetailsResponse1`: one entry for each payment that the order has made or is about to. */
export function paymentDetails(order: PaymentOrder, payments: readonly Payment[], address: string): object {
  const { apiVersion } = order;
  const words: Words = apiVersion === "v3.1" ? ONCE : ["PDNG", "ACSC", "RJCT"];
  return {
    Data: {
      PaymentStatus: payments.map((payment) => ({
        PaymentTransactionId: paymentId(payment),
        Status: words[AT[payment.status]],
        StatusUpdateDateTime: payment.statusUpdatedAt.toISOString(),
        ...(payment.statusReason && {
          StatusDetail: {
            Status: words[AT.rejected],
            ...(apiVersion === "v4.0" && { StatusReason: payment.statusReason }),
            StatusReasonDescription: REASONS[payment.statusReason],
          },
        }),
      })),
    },
    Links: { Self: `${address}/${order.id}/payment-details` },
    Meta: {},
  };
}

const MULTI = {
  awaiting: { "v3.1": "AwaitingFurtherAuthorisation", "v4.0": "AWAF" },
  complete: { "v3.1": "Authorised", "v4.0": "AUTH" },
  rejected: { "v3.1": "Rejected", "v4.0": "RJCT" },
} as const;

/** `OBMultiAuthorisation1`. */
const multiAuthorisation = ({ state, required, received, lastAt, dueAt }: Signatures, version: ApiVersion): object => ({
  Status: MULTI[state][version],
  NumberRequired: required,
  NumberReceived: received,
  LastUpdateDateTime: lastAt.toISOString(),
  ExpirationDateTime: dueAt.toISOString(),
});

function expected({ dueAt, status, statusUpdatedAt }: Payment) {
  const at = (status === "waiting" ? dueAt : statusUpdatedAt).toISOString();
  return { ExpectedExecutionDateTime: at, ExpectedSettlementDateTime: at };
}

/** Once paid, the rate that it was paid at. */
function rateInformation({ terms }: PaymentOrder, [payment]: readonly Payment[]): object | undefined {
  const used = payment?.moved?.rate;
  if (!used || terms.exchange?.RateType !== "Indicative") return terms.exchange;
  return { UnitCurrency: used.unit, ExchangeRate: used.rate, RateType: "Actual" };
}

function accountNamed(accountId: string) {
  const account = ACCOUNTS.find(({ id }) => id === accountId);
  if (!account) return undefined;
  const Name = holdersOf(account)
    .map(({ name }) => name)
    .join(" and ");
  return { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: account.number, Name };
}
