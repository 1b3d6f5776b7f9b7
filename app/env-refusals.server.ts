/**
 * What production must not run with: addresses and secrets of the sandbox, and plain http. A customer's consent over an
 * open line or under a published key is worse than a service that does not start.
 *
 * @returns problems by variable name, without values.
 */
export function sandboxTraces(env: Refusable): string[] {
  const problems: string[] = [];
  for (const name of ADDRESSES) {
    const address = env[name];
    if (address === undefined) continue;
    const { protocol, hostname } = new URL(address);
    if (protocol !== "https:") problems.push(`${name} must be https in production`);
    if (isLoopback(hostname)) problems.push(`${name} points at this machine, which is a sandbox address`);
  }
  if (env.BRAND_FILE === undefined) problems.push("BRAND_FILE is missing, and the banks without one are made up");
  if (env.CALLBACK_HOSTS_ALLOWED.length > 0) {
    problems.push("CALLBACK_HOSTS_ALLOWED lets TPPs have us call private addresses, which only a sandbox may");
  }
  const database = new URL(env.DATABASE_URL);
  if (isLoopback(database.hostname) && database.password === "") {
    problems.push("DATABASE_URL is a local database without a password, which is the sandbox's");
  }
  if (env.SESSION_KEYS.some((key) => key.sandbox)) problems.push("SESSION_KEYS holds the sandbox's published key");
  else if (env.SESSION_KEYS.some((key) => !key.strong)) {
    problems.push("SESSION_KEYS holds a weak key; make one with: openssl rand -base64 32 | tr '+/' '-_' | tr -d '='");
  }
  return problems;
}

/** What of the settings can be the sandbox's. */
type Refusable = { readonly [Name in (typeof ADDRESSES)[number]]?: string | undefined } & {
  readonly BRAND_FILE?: string | undefined;
  readonly CALLBACK_HOSTS_ALLOWED: readonly unknown[];
  readonly DATABASE_URL: string;
  readonly SESSION_KEYS: readonly { readonly sandbox: boolean; readonly strong: boolean }[];
};

const ADDRESSES = [
  "PUBLIC_ORIGIN",
  "AS_BASE_URL",
  "AS_TOKEN_URL",
  "AS_JWKS_URL",
  "BANK_BASE_URL",
  "BANK_FACTORS_URL",
  "BANK_READS_JWKS_URL",
  "BANK_LOGIN_ISSUER",
  "BANK_LOGIN_METADATA_URL",
  "STAFF_LOGIN_ISSUER",
  "STAFF_LOGIN_METADATA_URL",
  "ANALYTICS_URL",
  "TPP_REGISTER_URL",
  "TPP_REGISTER_JWKS_URL",
] as const;

function isLoopback(hostname: string): boolean {
  return (
    hostname === "" ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    hostname === "0.0.0.0" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
