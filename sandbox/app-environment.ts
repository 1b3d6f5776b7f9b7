import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brandSettings } from "./brand.ts";
import { BANK } from "./personas.ts";
import type { Topology } from "./topology.ts";

/** The settings with which the sandbox runs the app: the same build and the same variables as at a real bank. */
export function appEnvironment(topology: Topology): Record<string, string> {
  const pki = (file: string) => join(topology.pkiFolder, file);
  return {
    ASSENT_MODE: "sandbox",
    ...brandSettings(),
    PORT: String(topology.ports.app),
    PUBLIC_ORIGIN: topology.appOrigin,
    DATABASE_URL: topology.databaseUrl,
    SESSION_KEYS: sessionKey(topology.dataFolder),
    AS_BASE_URL: topology.authorizationServerInternal,
    AS_TENANT: "default",
    AS_SYSTEM_SERVER: "system",
    AS_WORKSPACE: "openbanking",
    AS_TOKEN_URL: `${topology.authorizationServerInternal}/default/system/oauth2/token`,
    AS_CLIENT_ID: "assent",
    AS_EXTRA_KINDS: "domestic-vrp,funds-confirmation",
    AS_HOLDS_FOR_SIGNATURES: "true",
    AS_TLS_CERT: pki("app.cert.pem"),
    AS_TLS_KEY: pki("app.key.pem"),
    AS_TLS_CA: pki("ca.pem"),
    AS_ISSUER: topology.issuer,
    AS_JWKS_URL: `${topology.authorizationServerInternal}/default/system/.well-known/jwks.json`,
    BANK_BASE_URL: topology.bankInternal,
    BANK_RISK_URL: topology.bankInternal,
    BANK_FACTORS_URL: topology.identityProviderFactors,
    BANK_READS_ISSUER: topology.bankGateway,
    BANK_READS_JWKS_URL: `${topology.bankGateway}/.well-known/jwks.json`,
    BANK_TLS_CERT: pki("app.cert.pem"),
    BANK_TLS_KEY: pki("app.key.pem"),
    BANK_TLS_CA: pki("ca.pem"),
    BANK_LOGIN_ISSUER: topology.identityProvider,
    // The issuer is an address for browsers, which a server cannot resolve.
    BANK_LOGIN_METADATA_URL: `${topology.identityProviderTls}/.well-known/openid-configuration`,
    BANK_LOGIN_CLIENT_ID: "assent",
    BANK_LOGIN_KEY_FILE: pki("app-log-in.signing.jwks.json"),
    BANK_LOGIN_ACR: "urn:openbanking:psd2:sca",
    BANK_LOGIN_CA: pki("ca.pem"),
    STAFF_LOGIN_ISSUER: topology.staffLogin,
    STAFF_LOGIN_METADATA_URL: `${topology.staffLoginTls}/.well-known/openid-configuration`,
    STAFF_LOGIN_CLIENT_ID: "assent-staff",
    STAFF_LOGIN_KEY_FILE: pki("app-staff-log-in.signing.jwks.json"),
    STAFF_LOGIN_ACR: "urn:openbanking:psd2:sca",
    STAFF_STEP_UP_ACR: "phr",
    STAFF_LOGIN_CA: pki("ca.pem"),
    BANK_ADDRESS: BANK.address,
    BANK_PRIVACY_NOTICE: BANK.privacyNotice,
    SIGNING_KEYS_FILE: pki("app.signing.jwks.json"),
    RESOURCE_BASE_URL: topology.authorizationServerMtls,
    CALLBACK_HOSTS_ALLOWED: "localhost",
    CALLBACK_CA: pki("ca.pem"),
    SMTP_URL: topology.smtp,
    MAIL_FROM: `"${BANK.name}" <no-reply@${BANK.domain}>`,
    ANALYTICS_URL: `${topology.analytics}/events`,
    ANALYTICS_CA: pki("ca.pem"),
    TPP_REGISTER_URL: topology.directoryTls,
    TPP_REGISTER_ISSUER: topology.directory,
    TPP_REGISTER_JWKS_URL: `${topology.directoryTls}/.well-known/jwks.json`,
    TPP_REGISTER_CA: pki("ca.pem"),
    // So that whoever tries the sandbox sees what happens after an outage within minutes and not within days.
    OUTBOX_TIME_FACTOR: "0.02",
  };
}

/**
 * The app's settings for a shell, so that its commands can be run beside it: `(. .sandbox/app.env; npm run jobs)`.
 * Readable by its owner alone: the key of the app's sessions is in it.
 */
export function writeAppSettings(file: string, environment: Readonly<Record<string, string>>): void {
  const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  writeFileSync(file, lines.join(""), { mode: 0o600 });
}

/** Made once for each sandbox, so that pages which were open survive a restart. */
function sessionKey(dataFolder: string): string {
  const file = join(dataFolder, "session.key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
