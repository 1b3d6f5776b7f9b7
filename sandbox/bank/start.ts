import { getRequestListener } from "@hono/node-server";
import { openSchema } from "../database.ts";
import { TPPS } from "../personas.ts";
import { CERTIFICATE_SUBJECTS, publicSigningKey, signingKey } from "../pki.ts";
import { createLog, listen, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { connectAuthorizationServer } from "./authorization-server.ts";
import { createBook } from "./core/book.ts";
import { createMandates } from "./core/mandates.ts";
import { createDenyList } from "./enforcement/deny-list.ts";
import { enforceStops } from "./enforcement/enforce-stops.ts";
import { keysOf, pollDenyList } from "./enforcement/poll-deny-list.ts";
import { createTppEvents } from "./events/tpp-events.ts";
import { createIntrospection } from "./gateway/access-token.ts";
import { gatewayApp } from "./gateway/app.ts";
import { lookupApp } from "./lookup/app.ts";
import { createConsentUses } from "./lookup/uses.ts";
import { createOwnToken } from "./own-token.ts";
import type { OrderDesk } from "./payments/carry-out.ts";
import { createConsents } from "./payments/consents.ts";
import { databaseClock, runDuePayments } from "./payments/due-payments.ts";
import { createFundsConfirmations, FUNDS_CONFIRMATION_SCHEMA } from "./payments/funds-confirmations.ts";
import { createMessageSigner, type ExpectedSigner } from "./payments/message-signature.ts";
import { createPaymentBook } from "./payments/payment-book.ts";
import { createPaymentOrders } from "./payments/payment-orders.ts";
import { PAYMENT_SCHEMA } from "./payments/schema.ts";
import { createSignatureBook } from "./payments/signatures.ts";
import { createReadLog, READ_LOG_SCHEMA } from "./reads/read-log.ts";
import { reportReads } from "./reads/report-reads.ts";

/**
 * Starts the bank: the API gateway for TPPs and the account look-up for the consent app.
 *
 * @param stopped tells the time instead of the machine and the database; with it the books stand still
 */
export async function start(topology: Topology, stopped?: () => Date): Promise<{ close(): Promise<void> }> {
  const now = stopped ?? (() => new Date());
  const { pkiFolder, ports } = topology;
  const log = createLog("bank");
  const tls = tlsIdentity(pkiFolder, "bank");
  const [sql, signers, key, publicKey] = await Promise.all([
    openSchema(topology.databaseUrl, "bank", PAYMENT_SCHEMA + FUNDS_CONFIRMATION_SCHEMA + READ_LOG_SCHEMA),
    tppSigners(pkiFolder),
    signingKey(pkiFolder, "bank"),
    publicSigningKey(pkiFolder, "bank"),
  ]);
  const sign = await createMessageSigner(key, CERTIFICATE_SUBJECTS.bank, now);
  const reads = createReadLog(sql);
  const connection = connectAuthorizationServer(topology);
  const orders = createPaymentOrders(sql);
  const payments = createPaymentBook(sql);
  const book = createBook(payments.entries);
  const tokenFor = (scope: string) =>
    createOwnToken(connection, topology.authorizationServerInternal, { scope, resource: "urn:assent:api" });
  const events = createTppEvents(topology.appOrigin, tokenFor("tpp_events"));
  const denied = createDenyList(keysOf(topology.appOrigin), topology.appOrigin);
  const polling = pollDenyList({
    list: denied,
    consentApp: topology.appOrigin,
    token: tokenFor("consent_enforcement"),
    log,
  });
  const mandateOf = createMandates(sql);
  const desk: OrderDesk = {
    orders,
    payments,
    consents: createConsents(connection, topology.authorizationServerInternal),
    signatures: createSignatureBook(sql),
    mandateOf,
    now,
  };
  const gateway = gatewayApp({
    events,
    book,
    ...enforceStops(createIntrospection(connection, `${topology.authorizationServerMtls}/oauth2/introspect`), denied),
    desk,
    reads,
    confirmations: createFundsConfirmations(sql),
    signers,
    sign,
    publicKey,
    origin: topology.bankGateway,
    now,
    log,
  });
  const lookup = lookupApp({ book, desk, uses: createConsentUses(sql), log });
  const listeners = await Promise.all([
    listen("bankGateway", ports.bankGateway, getRequestListener(gateway.fetch), { ...tls, clientCertificate: "asked" }),
    listen("bankInternal", ports.bankInternal, getRequestListener(lookup.fetch), {
      ...tls,
      clientCertificate: "required",
    }),
  ]);
  const reports = reportReads({ reads, to: topology.appOrigin, issuer: topology.bankGateway, key, now, log });
  const due = runDuePayments(payments, stopped ? async () => stopped() : databaseClock(sql), log);
  return {
    close: async () => {
      await Promise.all([due.close(), polling.close(), reports.close()]);
      await Promise.all(listeners.map((listener) => listener.close()));
      await Promise.all([connection.close(), events.close()]);
      await sql.end();
    },
  };
}

async function tppSigners(pkiFolder: string): Promise<ReadonlyMap<string, ExpectedSigner>> {
  const entries = Object.values(TPPS).map(async ({ id, organisationId }) => {
    const key = await publicSigningKey(pkiFolder, id);
    return [id, { key, organisationId }] as const;
  });
  return new Map(await Promise.all(entries));
}
