import type { Check } from "../protocol/check.ts";
import type { Exchange, Field } from "../protocol/exchange.ts";

/** One step of a run as it is kept and shown. Holds nothing secret. */
export interface Step {
  readonly name: StepName;
  readonly at: string;
  readonly outcome: StepOutcome;
  readonly exchanges: readonly Exchange[];
  readonly parameters: readonly Field[];
  readonly documents: readonly Document[];
  readonly checks: readonly Check[];
  readonly table?: Table;
  /** Why the step ended the run, in a sentence. */
  readonly problem?: string;
}

/** `refused`: the other side said no, in the protocol's terms. `failed`: we stopped, or nobody answered. */
export type StepOutcome = "done" | "refused" | "failed";

/** Something signed or encoded, taken apart. */
export interface Document {
  readonly name: string;
  readonly header?: object;
  readonly claims: object;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Title, reason and clause of every step, in the order in which they usually come. */
export const STEPS = {
  discovery: {
    title: "Server metadata",
    why: "Learns the addresses and keys, and that the server is the one it should be.",
    clause: "RFC 8414 §3",
  },
  clientToken: {
    title: "Token for the TPP itself",
    why: "Client credentials over mutual TLS: good for creating and reading consents, not for any customer's data.",
    clause: "RFC 6749 §4.4, RFC 8705 §2",
  },
  intent: {
    title: "Consent created",
    why: "Tells the bank what will be asked. No customer is involved yet; the consent waits for one.",
    clause: "UK Read/Write API",
  },
  fileUpload: {
    title: "File uploaded",
    why: "The file itself, signed. The bank holds it against the hash, the count and the sum that were announced.",
    clause: "UK Read/Write API, file payments",
  },
  requestObject: {
    title: "Request object signed",
    why: "Every authorization parameter travels inside a signature, so that the browser cannot change one.",
    clause: "RFC 9101, FAPI 1.0 Advanced §5.2.3",
  },
  pushedRequest: {
    title: "Request pushed",
    why: "Sends the request from server to server; the browser carries only a reference to it, once.",
    clause: "RFC 9126 §2",
  },
  authorizationAddress: {
    title: "Authorization address",
    why: "Where the customer's browser goes next.",
    clause: "RFC 6749 §4.1.1",
  },
  decoupledRequest: {
    title: "Customer asked for, on another device",
    why: "The bank tells the customer, who signs in and decides there. This client only learns what to ask with.",
    clause: "CIBA Core §7.1, UK security profile",
  },
  decoupledAnswer: {
    title: "Asked for the answer",
    why: "Again and again, never sooner than the bank allows, until there is one.",
    clause: "CIBA Core §10.1, §11",
  },
  answer: {
    title: "Answer from the bank",
    why: "Came back through the browser, so nothing in it counts before each of these checks has passed.",
    clause: "FAPI 1.0 Advanced §5.2.3, JARM §2.4",
  },
  accessToken: {
    title: "Code exchanged for a token",
    why: "The code works once, for this client, with this certificate. So will the token.",
    clause: "RFC 6749 §4.1.3, RFC 8705 §3",
  },
  accounts: { title: "Accounts", why: "Exactly the accounts that the customer chose.", clause: "UK Read/Write API" },
  balances: { title: "Balances", why: "Asked because the consent names ReadBalances.", clause: "UK Read/Write API" },
  transactions: {
    title: "Transactions",
    why: "Limited by the consent's permissions and its time window.",
    clause: "UK Read/Write API",
  },
  paymentOrder: {
    title: "Payment order placed",
    why: "Repeats the consented instruction to the letter, signed; it can be placed once.",
    clause: "UK Read/Write API, message signing",
  },
  paymentStatus: {
    title: "Payment order read",
    why: "What became of the payment.",
    clause: "UK Read/Write API",
  },
  vrpPayment: {
    title: "Payment within the limits",
    why: "The customer need not come back; the bank holds each payment against every limit of the consent.",
    clause: "UK Read/Write API, variable recurring payments",
  },
  fundsAnswer: {
    title: "Asked whether there is enough",
    why: "Yes or no, and never how much there is.",
    clause: "UK Read/Write API, confirmation of funds",
  },
  intentStatus: { title: "Consent read again", why: "The status the bank now holds.", clause: "UK Read/Write API" },
  revocation: {
    title: "Consent deleted",
    why: "The TPP gives its access back; the bank ends the tokens with it.",
    clause: "UK Read/Write API",
  },
  subscriptionRead: {
    title: "Subscription read",
    why: "What the bank now holds: a TPP has one subscription or none.",
    clause: "UK Read/Write API, event subscriptions",
  },
  subscriptionMade: {
    title: "Subscribed to events",
    why: "Asks to be told of changes to the consents that this TPP holds. Signed, because it says where to.",
    clause: "UK Read/Write API, event subscriptions",
  },
  subscriptionChanged: {
    title: "Subscription replaced",
    why: "Replaces all of it; what is left out is gone.",
    clause: "UK Read/Write API, event subscriptions",
  },
  subscriptionEnded: {
    title: "Subscription ended",
    why: "From now on the bank tells nothing.",
    clause: "UK Read/Write API, event subscriptions",
  },
  poll: {
    title: "Polled for events",
    why: "Fetches what waits. Until it is acknowledged it comes again.",
    clause: "RFC 8936 §2.4, UK aggregated polling",
  },
  acknowledgement: {
    title: "Events acknowledged",
    why: "Tells the bank which events were taken over. Asks for none.",
    clause: "RFC 8936 §2.4, UK aggregated polling",
  },
  accountsAfter: {
    title: "Accounts, called again",
    why: "With the same token as before. It must no longer open anything.",
    clause: "RFC 6750 §3.1",
  },
} as const satisfies Record<string, { title: string; why: string; clause: string }>;

export type StepName = keyof typeof STEPS;
