import { openSchema } from "../database.ts";
import { CERTIFICATE_SUBJECTS, signingKey } from "../pki.ts";
import { createLog, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";
import { allowedOperations } from "./allow-list.ts";
import { createQuotes } from "./bank/quotes.ts";
import { APP_CLIENT, BANK_CLIENT, intentClients, internalClients, registeredClients } from "./clients.ts";
import { readPayments } from "./consents/consent-file.ts";
import { createConsents } from "./consents/consents.ts";
import { DECOUPLED_PATH } from "./decoupled/ciba.ts";
import { createCustomerPhones } from "./decoupled/customer-phones.ts";
import { createDecoupledLogIn } from "./decoupled/decoupled-log-in.ts";
import { createDecoupledPages } from "./decoupled/decoupled-pages.ts";
import { createEventPush } from "./events/event-push.ts";
import { createFederationCallback } from "./federation/callback.ts";
import { CALLBACK_PATH, createFederation } from "./federation/federation.ts";
import { paymentLogInFromEnv } from "./federation/log-in-acr.ts";
import { createHandoffs } from "./handoffs/handoffs.ts";
import { createIntentApi } from "./intents/intent-api.ts";
import { createInternalApi } from "./internal-api/internal-api.ts";
import { createArtifacts } from "./provider/artifacts.ts";
import { findClientCredentials } from "./provider/client-credentials.ts";
import { ROUTES } from "./provider/discovery.ts";
import { createOAuthSide } from "./provider/grants.ts";
import { createLoginSettlement } from "./provider/log-in.ts";
import { createProvider } from "./provider/provider.ts";
import { SCHEMA } from "./schema.ts";

/** The parts of the authorization server, joined but not listening yet. */
export async function assemble(topology: Topology) {
  const { issuer, pkiFolder } = topology;
  const log = createLog("authorization-server");
  const sql = await openSchema(topology.databaseUrl, "authorization_server", SCHEMA);
  const key = await signingKey(pkiFolder, "authorization-server");
  const consents = createConsents(sql);
  const artifacts = createArtifacts(sql);
  const federation = await createFederation({
    sql,
    identityProvider: topology.identityProvider,
    identityProviderTls: topology.identityProviderTls,
    ca: tlsIdentity(pkiFolder, "authorization-server").ca,
    callback: `${issuer}${CALLBACK_PATH}`,
    signingKey: key,
  });
  const phones = createCustomerPhones(topology.identityProviderFactors, tlsIdentity(pkiFolder, "authorization-server"));
  const consentPage = new URL("/consent", topology.appOrigin);
  const paymentLogIn = paymentLogInFromEnv();
  const clients = await registeredClients(topology);
  const provider = await createProvider({
    sql,
    artifacts,
    consents,
    federation,
    phones,
    clients,
    signingKey: key,
    issuer,
    mtls: topology.authorizationServerMtls,
    paymentLogIn,
    consentPage,
    resourceServerClient: BANK_CLIENT,
    log,
  });
  const resumeAddress = (uid: string) => `${issuer}${ROUTES.authorization}/${uid}`;
  const handoffs = createHandoffs(
    sql,
    consents,
    createOAuthSide(provider, artifacts),
    ({ decoupledLink, interactionUid }) =>
      decoupledLink === undefined
        ? resumeAddress(interactionUid)
        : `${issuer}${DECOUPLED_PATH}/${decoupledLink}/answered`,
  );

  const settleLogin = createLoginSettlement({ provider, sql, artifacts, consents, log });
  const settleDecoupled = createDecoupledLogIn({ provider, sql, artifacts, consents, issuer, consentPage, log });
  const federationCallback = createFederationCallback({
    issuer,
    federation,
    settle: async (result) =>
      (await settleDecoupled(result)) ??
      ((await settleLogin(result)) ? resumeAddress(result.interactionUid) : undefined),
  });
  const known = internalClients(clients);
  const decoupledPages = createDecoupledPages({
    sql,
    consents,
    federation,
    paymentLogIn,
    clientName: (id) => known.find((client) => client.id === id)?.name ?? id,
  });
  const eventPush = await createEventPush({
    receiver: `${topology.appOrigin}/api/v1/authority-events`,
    issuer,
    audience: APP_CLIENT,
    signingKey: key,
    clientName: (id) => known.find((client) => client.id === id)?.name,
  });
  const findToken = (bearer: string) => findClientCredentials(provider, bearer);
  const quotes = createQuotes(topology.bankInternal, tlsIdentity(pkiFolder, "authorization-server"));
  const intentApi = createIntentApi({
    sql,
    consents,
    quotes,
    findToken,
    clients: await intentClients(topology),
    signer: { key, issuer: CERTIFICATE_SUBJECTS["authorization-server"] },
    baseUrl: topology.authorizationServerMtls,
    log,
  });
  const internalApi = createInternalApi({
    consents,
    handoffs,
    paymentsOf: (consentId) => readPayments(sql, consentId),
    findToken,
    isAllowed: (certificate, operation) => allowedOperations(certificate)?.includes(operation) ?? false,
    clients: known,
    log,
  });
  return {
    sql,
    log,
    signingKey: key,
    consents,
    handoffs,
    provider,
    federationCallback,
    decoupledPages,
    intentApi,
    internalApi,
    eventPush,
    async close() {
      await Promise.all([federation.close(), eventPush.close(), quotes.close(), phones.close()]);
      await sql.end();
    },
  };
}
