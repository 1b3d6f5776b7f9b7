import type { Database } from "#db/client.server";
import { createCustomerNotices } from "#db/queries/customer-notices";
import { createCustomerSessions } from "#db/queries/customer-sessions";
import { clientKeyOf } from "~/adapters/bank-login/client-key.server";
import { createOidcBankLogin } from "~/adapters/bank-login/oidc.server";
import type { Env } from "~/env.server";
import { forgetSessions } from "~/jobs/forget-sessions";
import type { Job } from "~/jobs/job";
import { paths } from "~/paths";
import { fileOf } from "./file-of.server";

/** What customers need to come back and look at what they agreed to. */
export function wireCustomers(db: Database, settings: Env, now: () => Promise<Date>) {
  return {
    ...wireLogIn(settings, now),
    customerNotices: createCustomerNotices(db),
    customerSessions: createCustomerSessions(db),
  };
}

function wireLogIn(settings: Env, now: () => Promise<Date>) {
  const { BANK_LOGIN_ISSUER: issuer, BANK_LOGIN_CLIENT_ID: clientId } = settings;
  if (issuer === undefined || clientId === undefined) return { bankLogin: undefined, closeLogIn: async () => {} };
  const bankLogin = createOidcBankLogin({
    issuer,
    metadataUrl: settings.BANK_LOGIN_METADATA_URL ?? `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    key: clientKeyOf(fileOf("BANK_LOGIN_KEY_FILE")),
    returnTo: `${settings.PUBLIC_ORIGIN}${paths.logInReturn}`,
    acr: settings.BANK_LOGIN_ACR,
    tls: settings.BANK_LOGIN_CA === undefined ? {} : { ca: fileOf("BANK_LOGIN_CA") },
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    now,
  });
  return { bankLogin, closeLogIn: () => bankLogin.close() };
}

export const customerJobs = (db: Database): readonly Job[] => [
  forgetSessions({ sessions: createCustomerSessions(db) }),
];
