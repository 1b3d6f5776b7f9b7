import { join } from "node:path";

/**
 * Where every service of the sandbox lives. Addresses only: no wire format is shared through this file.
 *
 * What a browser opens is plain http on a `*.localhost` name, because browsers resolve those names to loopback and
 * treat them as secure contexts without a certificate warning, and because cookies are kept apart by host and not by
 * port (RFC 6265 section 8.5). What machines call is TLS on `localhost`.
 */
export const PORTS = {
  app: { variable: "APP_PORT", port: 4100 },
  authorizationServer: { variable: "AS_PORT", port: 4200 },
  authorizationServerMtls: { variable: "AS_MTLS_PORT", port: 4201 },
  authorizationServerInternal: { variable: "AS_INTERNAL_PORT", port: 4202 },
  identityProvider: { variable: "IDP_PORT", port: 4300 },
  identityProviderTls: { variable: "IDP_TLS_PORT", port: 4301 },
  identityProviderFactors: { variable: "IDP_FACTORS_PORT", port: 4302 },
  staffLogin: { variable: "STAFF_LOGIN_PORT", port: 4310 },
  staffLoginTls: { variable: "STAFF_LOGIN_TLS_PORT", port: 4311 },
  bankGateway: { variable: "BANK_GATEWAY_PORT", port: 4401 },
  bankInternal: { variable: "BANK_INTERNAL_PORT", port: 4402 },
  tpp: { variable: "TPP_PORT", port: 4500 },
  tppTls: { variable: "TPP_TLS_PORT", port: 4501 },
  smtp: { variable: "SMTP_PORT", port: 4700 },
  mailbox: { variable: "MAILBOX_PORT", port: 4701 },
  analytics: { variable: "ANALYTICS_PORT", port: 4800 },
  directory: { variable: "DIRECTORY_PORT", port: 4900 },
  directoryTls: { variable: "DIRECTORY_TLS_PORT", port: 4901 },
  database: { variable: "SANDBOX_DATABASE_PORT", port: 4600 },
} as const;

/**
 * The identity provider is below it, as at most banks: a passkey is of one name (its RP ID) and good on every host below,
 * and no browser takes the bare `localhost` for one.
 */
const APP_HOST = "assent.localhost";

export type PortName = keyof typeof PORTS;

export interface Topology {
  readonly ports: Readonly<Record<PortName, number>>;
  /** The consent app, as the browser sees it. */
  readonly appOrigin: string;
  /** The authorization server as the browser sees it. It is also the OAuth issuer. */
  readonly issuer: string;
  /** The same server for TPPs and resource servers: a client certificate is asked for. */
  readonly authorizationServerMtls: string;
  /** The same server for the bank's own services: a client certificate from the allow-list is required. */
  readonly authorizationServerInternal: string;
  /** The identity provider as the browser sees it; its OIDC issuer. */
  readonly identityProvider: string;
  /** The identity provider's token endpoint and keys, for the authorization server. */
  readonly identityProviderTls: string;
  /** Customers' passkeys and phones, for the consent app: its client certificate is required. */
  readonly identityProviderFactors: string;
  /** The identity provider's staff realm as the browser sees it: an issuer of its own. */
  readonly staffLogin: string;
  /** The staff realm's token endpoint and keys. */
  readonly staffLoginTls: string;
  /** The bank's API gateway, for TPPs. */
  readonly bankGateway: string;
  /** The bank's account look-up, for the consent app. */
  readonly bankInternal: string;
  readonly tpp: string;
  /** Where the TPP takes event notifications. */
  readonly tppTls: string;
  /** Catches every mail that is sent to a customer; never passes one on. */
  readonly smtp: string;
  /** Shows what was caught. */
  readonly mailbox: string;
  /** Takes the bank's own events. */
  readonly analytics: string;
  /** The register of TPPs as a browser sees it; who signs its statements. */
  readonly directory: string;
  /** The same for machines. */
  readonly directoryTls: string;
  readonly databaseUrl: string;
  /** Certificates and keys, made by `pki.ts`. */
  readonly pkiFolder: string;
  /** Everything that the sandbox writes. */
  readonly dataFolder: string;
}

/**
 * Reads ports, `DATABASE_URL` and `SANDBOX_DATA` from the environment; the defaults above where they are unset.
 *
 * @throws RangeError naming the variable whose value is not a TCP port.
 */
export function topologyFromEnv(env: Readonly<Record<string, string | undefined>> = process.env): Topology {
  const ports = Object.fromEntries(
    Object.entries(PORTS).map(([name, { variable, port }]) => [name, portFrom(env, variable, port)]),
  ) as Record<PortName, number>;
  const dataFolder = env["SANDBOX_DATA"] ?? join(process.cwd(), ".sandbox");
  return {
    ports,
    appOrigin: `http://${APP_HOST}:${ports.app}`,
    issuer: `http://auth.localhost:${ports.authorizationServer}`,
    authorizationServerMtls: `https://localhost:${ports.authorizationServerMtls}`,
    authorizationServerInternal: `https://localhost:${ports.authorizationServerInternal}`,
    identityProvider: `http://login.${APP_HOST}:${ports.identityProvider}`,
    identityProviderTls: `https://localhost:${ports.identityProviderTls}`,
    identityProviderFactors: `https://localhost:${ports.identityProviderFactors}`,
    staffLogin: `http://staff.${APP_HOST}:${ports.staffLogin}`,
    staffLoginTls: `https://localhost:${ports.staffLoginTls}`,
    bankGateway: `https://localhost:${ports.bankGateway}`,
    bankInternal: `https://localhost:${ports.bankInternal}`,
    tpp: `http://tpp.localhost:${ports.tpp}`,
    tppTls: `https://localhost:${ports.tppTls}`,
    smtp: `smtp://localhost:${ports.smtp}`,
    mailbox: `http://mail.localhost:${ports.mailbox}`,
    analytics: `https://localhost:${ports.analytics}`,
    directory: `http://directory.localhost:${ports.directory}`,
    directoryTls: `https://localhost:${ports.directoryTls}`,
    databaseUrl: env["DATABASE_URL"] ?? `postgres://assent@127.0.0.1:${ports.database}/assent`,
    pkiFolder: join(dataFolder, "pki"),
    dataFolder,
  };
}

/** The environment that makes {@link topologyFromEnv} answer `topology` in a child process. */
export function topologyToEnv(topology: Topology): Record<string, string> {
  const ports = Object.entries(PORTS).map(([name, { variable }]) => [
    variable,
    String(topology.ports[name as PortName]),
  ]);
  return {
    ...Object.fromEntries(ports),
    DATABASE_URL: topology.databaseUrl,
    SANDBOX_DATA: topology.dataFolder,
  };
}

function portFrom(env: Readonly<Record<string, string | undefined>>, variable: string, fallback: number): number {
  const value = env[variable];
  if (value === undefined || value === "") return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new RangeError(`${variable} must be a port between 1 and 65535, not "${value}"`);
  }
  return port;
}
