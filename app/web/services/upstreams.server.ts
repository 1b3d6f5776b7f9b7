import { createAcpAuthorizationServer } from "~/adapters/authorization-server/acp.server";
import { createHttpBank } from "~/adapters/bank/http.server";
import { createHttpBankSearch } from "~/adapters/bank/search.server";
import { createJwtBankAccess } from "~/adapters/bank-access/jwt.server";
import { createCallbackGuard } from "~/adapters/callback/callback-guard.server";
import { createHttpFactors, NO_FACTORS } from "~/adapters/factors/http.server";
import { createHttpRiskSignal, NO_RISK_SIGNAL } from "~/adapters/risk-signal/http.server";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import type { Env } from "~/env.server";
import { log } from "../log.server";
import { fileOf, tlsOf } from "./file-of.server";

/**
 * The bank's systems, and what we show and believe there.
 *
 * @param now the database's clock.
 */
export function wireUpstreams(settings: Env, now: () => Promise<Date>) {
  const timeoutMs = settings.UPSTREAM_TIMEOUT_MS;
  const issuedBy = { issuer: settings.AS_ISSUER, jwksUrl: settings.AS_JWKS_URL };
  const authorizationServer = createAcpAuthorizationServer({
    ...issuedBy,
    baseUrl: settings.AS_BASE_URL,
    tls: tlsOf("AS"),
    timeoutMs,
    tenant: settings.AS_TENANT,
    systemServer: settings.AS_SYSTEM_SERVER,
    workspace: settings.AS_WORKSPACE,
    tokenUrl: settings.AS_TOKEN_URL,
    clientId: settings.AS_CLIENT_ID,
    dialect: settings.AS_DIALECT,
    extraKinds: settings.AS_EXTRA_KINDS,
    holdsForSignatures: settings.AS_HOLDS_FOR_SIGNATURES === "true",
  });
  const bank = createHttpBank({ baseUrl: settings.BANK_BASE_URL, tls: tlsOf("BANK"), timeoutMs });
  const bankSearch = createHttpBankSearch({ baseUrl: settings.BANK_BASE_URL, tls: tlsOf("BANK"), timeoutMs });
  const riskSignal = createRiskSignal(settings);
  const factors = createFactors(settings);
  const bankAccess = createJwtBankAccess({ ...issuedBy, tls: tlsOf("AS"), timeoutMs, now });
  return {
    authorizationServer,
    bank,
    bankSearch,
    riskSignal,
    factors,
    bankAccess,
    signer: createJwsSigner(fileOf("SIGNING_KEYS_FILE")),
    guard: createCallbackGuard({ allowedHosts: settings.CALLBACK_HOSTS_ALLOWED }),
    close: async () => {
      await Promise.all([
        authorizationServer.close(),
        bank.close(),
        bankSearch.close(),
        riskSignal.close(),
        factors.close(),
        bankAccess.close(),
      ]);
    },
  };
}

export type Upstreams = ReturnType<typeof wireUpstreams>;

const createFactors = ({ BANK_FACTORS_URL: baseUrl, UPSTREAM_TIMEOUT_MS: timeoutMs }: Env) =>
  baseUrl === undefined ? NO_FACTORS : createHttpFactors({ baseUrl, tls: tlsOf("BANK"), timeoutMs });

function createRiskSignal({ BANK_RISK_URL: baseUrl }: Env) {
  if (baseUrl === undefined) return { ...NO_RISK_SIGNAL, close: async () => {} };
  const noAnswer = (why: string) =>
    log().warn({ why }, "the bank's checks for fraud gave no answer: nobody is stopped");
  return createHttpRiskSignal({ baseUrl, tls: tlsOf("BANK"), noAnswer });
}
