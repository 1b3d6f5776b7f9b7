import { z } from "zod";
import { PROFILES } from "~/domain/consent/draft";
import type { BankAccount } from "~/domain/consent/offered-account";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { parseMoney } from "~/domain/shared/money";
import { type Bank, BankUnavailable, type Contact } from "~/ports/bank";
import { createHttpClient, type HttpAnswer, type HttpCall, type Upstream, UpstreamUnavailable } from "../http.server";
import { exampleSchema } from "./example-wire";
import { mandateFrom, mandateSchema } from "./mandate-wire";
import { payeeCheckFrom, payeeToCheck } from "./payee-check-wire";
import { fundsAnswersFrom, paymentsFrom } from "./uses-wire";
import { vrpUseFrom } from "./vrp-use-wire";

/** The bank's own account look-up: `GET /customers/{customerId}/accounts`. */
const answerSchema = z.object({
  accounts: z.array(
    z.object({
      id: z.string().min(1),
      nickname: z.string(),
      kind: z.enum(["current", "savings", "credit_card"]),
      scheme: z.enum(["sort_code_account_number", "card"]),
      number: z.string().min(4),
      profile: z.enum(PROFILES).nullish(),
      holders: z.array(z.object({ customer_id: z.string(), name: z.string() })).min(1),
      status: z.enum(["open", "closed"]),
      can_share: z.boolean(),
      can_pay: z.boolean(),
      balance: z.object({ amount: z.string(), currency: z.string(), overdrawn: z.boolean() }),
      mandate: mandateSchema.nullish(),
    }),
  ),
});

/** How the bank reaches a customer: `GET /customers/{customerId}/contact`. */
const contactSchema = z.object({ email: z.string().nullish(), locale: z.string().nullish() });

type WireAccount = z.infer<typeof answerSchema>["accounts"][number];

const KINDS = { current: "current", savings: "savings", credit_card: "credit-card" } as const;
const SCHEMES = { sort_code_account_number: "sort-code-account-number", card: "card" } as const;

/** For what the page can do without: it is not to wait longer for it. */
const SHORT_MS = 900;

export function createHttpBank(upstream: Upstream): Bank & { close(): Promise<void> } {
  const http = createHttpClient(upstream);
  // A breaker of its own too: what nobody needs must not take the accounts with it when it fails.
  const short = createHttpClient({ ...upstream, timeoutMs: Math.min(SHORT_MS, upstream.timeoutMs) });

  /** Undefined for a customer that the bank does not know. */
  const ask = async (customer: string, what: string, correlationId: string): Promise<HttpAnswer | undefined> => {
    const path = `/customers/${encodeURIComponent(customer)}/${what}`;
    const answer = await call(http, { method: "GET", path, correlationId });
    return answer.status === 404 ? undefined : answer;
  };

  return {
    async accountsOf(customer, { correlationId }) {
      const answer = await ask(customer, "accounts", correlationId);
      if (!answer) return [];
      const read = answer.status === 200 ? answerSchema.safeParse(answer.json) : undefined;
      if (!read?.success) throw new BankUnavailable(`the bank's answer (${answer.status}) is not a list of accounts`);
      // The bank answers for one customer; an account that is not theirs must not be offered whatever it answers.
      return read.data.accounts
        .map((account) => accountFrom(account, customer))
        .filter((account) => isHeldBy(account, customer));
    },
    async contactOf(customer, { correlationId }) {
      const answer = await ask(customer, "contact", correlationId);
      if (!answer) return undefined;
      const read = answer.status === 200 ? contactSchema.safeParse(answer.json) : undefined;
      if (!read?.success) throw new BankUnavailable(`the bank's answer (${answer.status}) is not a contact`);
      return contactFrom(read.data);
    },
    async exampleOf(customer, account, { permissions, history }, { correlationId }) {
      const query = new URLSearchParams({ permissions: [...permissions].join(" ") });
      if (history.from) query.set("from", history.from.toISOString());
      if (history.to) query.set("to", history.to.toISOString());
      const path = `/customers/${encodeURIComponent(customer)}/accounts/${encodeURIComponent(account)}/example?${query}`;
      const answer = await call(short, { method: "GET", path, correlationId });
      const read = answer.status === 200 ? exampleSchema.safeParse(answer.json) : undefined;
      if (!read?.success) throw new BankUnavailable(`the bank's answer (${answer.status}) is not an example`);
      return read.data;
    },
    async checkPayee(payee, { correlationId }) {
      const body = payeeToCheck(payee);
      if (!body) return { result: "unavailable" };
      const headers = { "content-type": "application/json" };
      // The payee's name and number are in the body: addresses are logged on the way.
      const asked = short.call({ method: "POST", path: "/payee-checks", headers, body, correlationId });
      return asked.then(payeeCheckFrom, () => ({ result: "unavailable" }));
    },
    async vrpUseOf(customer, consent, { correlationId }) {
      const path = `/customers/${encodeURIComponent(customer)}/vrp-use/${encodeURIComponent(consent)}`;
      return short.call({ method: "GET", path, correlationId }).then(vrpUseFrom, () => undefined);
    },
    async paymentsOf(customer, consent, { correlationId }) {
      const path = `${usesPath(customer, consent)}/payments`;
      return short.call({ method: "GET", path, correlationId }).then(paymentsFrom, () => undefined);
    },
    async fundsAnswersOf(customer, consent, { correlationId }) {
      const path = `${usesPath(customer, consent)}/funds-answers`;
      return short.call({ method: "GET", path, correlationId }).then(fundsAnswersFrom, () => undefined);
    },
    async tellOfSignatures(consent, { required, received, state, dueAt, lastAt }, { correlationId }) {
      const body = JSON.stringify({ required, received, dueAt, state, lastAt });
      const headers = { "content-type": "application/json" };
      const path = `/consents/${encodeURIComponent(consent)}/signatures`;
      const answer = await call(http, { method: "PUT", path, headers, body, correlationId });
      if (answer.status !== 204) throw new BankUnavailable(`the bank did not take the signatures (${answer.status})`);
    },
    close: async () => {
      await Promise.all([http.close(), short.close()]);
    },
  };
}

const usesPath = (customer: string, consent: string) =>
  `/customers/${encodeURIComponent(customer)}/consents/${encodeURIComponent(consent)}`;

async function call(http: ReturnType<typeof createHttpClient>, asked: HttpCall): Promise<HttpAnswer> {
  return http.call(asked).catch((error: unknown) => {
    if (error instanceof UpstreamUnavailable) throw new BankUnavailable(error.message, { cause: error });
    throw error;
  });
}

/** What is no e-mail address, or several, is none: it would be read by a mail server. */
function contactFrom({ email, locale }: z.infer<typeof contactSchema>): Contact {
  return { ...(z.email().safeParse(email).success && email && { email }), ...(locale && { locale }) };
}

const isHeldBy = (account: BankAccount, customer: string) =>
  account.holders.some((holder) => holder.customer === customer);

function accountFrom(wire: WireAccount, customer: string): BankAccount {
  const balance = parseMoney(wire.balance.amount, wire.balance.currency);
  if (!balance) throw new BankUnavailable("the bank's answer has a balance that is not an amount");
  const mandate = wire.mandate ? mandateFrom(wire.mandate) : undefined;
  // Who holds it and does not sign for it pays nobody from it, and shares nothing that several have to agree to.
  const signs = !mandate || mandate.signers.some((signer) => signer.customer === customer);
  return {
    id: asAccountId(wire.id),
    nickname: wire.nickname,
    kind: KINDS[wire.kind],
    number: { scheme: SCHEMES[wire.scheme], identification: wire.number },
    ...(wire.profile && { profile: wire.profile }),
    holders: wire.holders.map(({ customer_id, name }) => ({ customer: asCustomerId(customer_id), name })),
    open: wire.status === "open",
    canShare: wire.can_share && (signs || !mandate?.share),
    canPay: wire.can_pay && signs,
    balance: wire.balance.overdrawn ? { ...balance, minor: -balance.minor } : balance,
    ...(mandate && { mandate }),
  };
}
