import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Logger } from "pino";
import { CUSTOMERS, type Customer } from "../../personas.ts";
import { clientCertificate } from "../client-certificate.ts";
import { accountsOfCustomer } from "../core/accounts.ts";
import type { Book } from "../core/book.ts";
import { type InteractionVariables, interaction } from "../interaction.ts";
import type { OrderDesk } from "../payments/carry-out.ts";
import { hearOfSignatures } from "../payments/hear-of-signatures.ts";
import { signaturesTold } from "../payments/signatures.ts";
import { limitsOf, usedOf } from "../payments/vrp-limits.ts";
import { accountSearch, findAccount } from "./account-search.ts";
import { accountView } from "./account-view.ts";
import { exampleQuery, exampleView } from "./example-view.ts";
import { checkPayee, payeeToCheck } from "./payee-check.ts";
import { quote, quoteRequest } from "./quote.ts";
import type { ConsentUses } from "./uses.ts";

/** Common names of the services that may look customers up, and of those that may ask for a rate. */
const CALLERS: ReadonlySet<string> = new Set(["assent"]);
const MAY_ASK_FOR_QUOTES: ReadonlySet<string> = new Set(["authorization-server"]);

/** A bank's checks look at what a customer does; these look at who it is. */
const AT_RISK: ReadonlySet<string> = new Set([CUSTOMERS.vera.id]);

const BY_ID: ReadonlyMap<string, Customer> = new Map(Object.values(CUSTOMERS).map((each) => [each.id, each]));

export interface LookupParts {
  readonly book: Book;
  readonly desk: OrderDesk;
  readonly uses: ConsentUses;
  readonly log: Logger;
}

/**
 * The bank's look-up of accounts, contacts, risk, examples, payees and what was paid, for the consent app, which tells
 * it who has signed; and of rates for the authorization server. Anyone else of the sandbox's PKI gets 403, never a customer.
 */
export function lookupApp({ book, desk, uses, log }: LookupParts) {
  const { orders, mandateOf, now } = desk;
  const app = new Hono<{ Bindings: HttpBindings; Variables: InteractionVariables }>();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.use(interaction(log));
  app.use(async (context, next) => {
    const certificate = clientCertificate(context.env.incoming);
    const callers = context.req.path === "/quotes" ? MAY_ASK_FOR_QUOTES : CALLERS;
    if (!certificate || !callers.has(certificate.commonName)) return context.json({ error: "forbidden" }, 403);
    context.header("cache-control", "no-store");
    return next();
  });
  app.get("/customers/:customerId/accounts", async (context) => {
    const accounts = accountsOfCustomer(context.req.param("customerId"));
    if (!accounts) return context.json({ error: "unknown_customer" }, 404);
    const ids = accounts.map(({ id }) => id);
    const balances = await book.balancesOf(ids, now());
    const mandates = await Promise.all(accounts.map(mandateOf));
    const views = accounts.flatMap((account, at) => {
      const of = balances[at];
      return of ? accountView(account, of, mandates[at]) : [];
    });
    return context.json({ accounts: views });
  });
  app.get("/customers/:customerId/accounts/:accountId/example", async (context) => {
    const { customerId, accountId } = context.req.param();
    const account = accountsOfCustomer(customerId)?.find(({ id }) => id === accountId);
    // The same for an account that does not exist and for somebody else's.
    if (account?.status !== "Enabled") return context.json({ error: "unknown_account" }, 404);
    const read = exampleQuery.safeParse(context.req.query());
    if (!read.success) return context.json({ error: "invalid_request" }, 400);
    const entries = await book.entries(account.id, now());
    return context.json(exampleView(account, entries, { ...read.data, customerId }, now()));
  });
  app.post("/account-searches", async (context) => {
    const read = accountSearch.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return context.json({ error: "invalid_request" }, 400);
    const found = findAccount(read.data);
    return found ? context.json(found) : context.json({ error: "unknown_account" }, 404);
  });
  app.get("/customers/:customerId", (context) => {
    const customer = BY_ID.get(context.req.param("customerId"));
    return customer ? context.json({ name: customer.name }) : context.json({ error: "unknown_customer" }, 404);
  });
  app.post("/payee-checks", async (context) => {
    const read = payeeToCheck.safeParse(await context.req.json().catch(() => undefined));
    return read.success ? context.json(checkPayee(read.data)) : context.json({ error: "invalid_request" }, 400);
  });
  app.post("/quotes", async (context) => {
    const read = quoteRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return context.json({ error: "invalid_request" }, 400);
    const answer = quote(read.data, now());
    return typeof answer === "string" ? context.json({ error: answer }, 422) : context.json(answer);
  });
  app.get("/customers/:customerId/vrp-use/:consentId", async (context) => {
    const { customerId, consentId } = context.req.param();
    const latest = await orders.byConsent(consentId);
    const limits = latest?.customer === customerId && latest.terms.limits && limitsOf(latest.terms.limits);
    // The same for a consent that was never paid with and for somebody else's.
    if (!limits) return context.json({ error: "unknown_consent" }, 404);
    return context.json({ limits: await usedOf(limits, now(), orders.sumOrdered(consentId)) });
  });
  app.get("/customers/:customerId/consents/:consentId/payments", async (context) => {
    const { customerId, consentId } = context.req.param();
    return context.json(await uses.payments(customerId, consentId));
  });
  app.get("/customers/:customerId/consents/:consentId/funds-answers", async (context) => {
    const { customerId, consentId } = context.req.param();
    return context.json(await uses.fundsAnswers(customerId, consentId));
  });
  app.put("/consents/:consentId/signatures", async (context) => {
    const read = signaturesTold.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) return context.json({ error: "invalid_request" }, 400);
    await hearOfSignatures(desk, context.req.param("consentId"), read.data, context.get("interactionId"));
    return context.body(null, 204);
  });
  app.get("/customers/:customerId/contact", (context) => {
    const customer = BY_ID.get(context.req.param("customerId"));
    if (!customer) return context.json({ error: "unknown_customer" }, 404);
    return context.json({ email: customer.email, locale: "en-GB" });
  });
  app.get("/customers/:customerId/risk", (context) => {
    const customer = BY_ID.get(context.req.param("customerId"));
    if (!customer) return context.json({ error: "unknown_customer" }, 404);
    return context.json({ level: AT_RISK.has(customer.id) ? "high" : "normal" });
  });
  app.notFound((context) => context.json({ error: "not_found" }, 404));
  app.onError((error, context) => {
    log.error({ correlationId: context.get("interactionId"), err: error }, "failed");
    return context.json({ error: "unexpected_error" }, 500);
  });
  return app;
}
