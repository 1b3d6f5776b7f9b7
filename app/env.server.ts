import { z } from "zod";
import { type Brand, type ParsedBrand, parseBrand } from "./brands/brand";
import { readBrandFile, SANDBOX_BRAND_NAMES, SANDBOX_BRANDS } from "./brands/index";
import { STRONG } from "./domain/factor/authentication";
import { SIGNATURE_DAYS } from "./domain/signers/signature-days";
import { sandboxTraces } from "./env-refusals.server";
import { parseSessionKeys, SANDBOX_SESSION_KEY } from "./session-keys.server";

/** The one file that reads `process.env`. Everything else gets a typed value from here. */

const text = z.string().min(1, "is missing");
const url = z.url("must be a URL");
const origin = z
  .url("must be a URL")
  .refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    "must be an origin: scheme, host and port only",
  );
const port = z.coerce
  .number("must be a port")
  .int("must be a port")
  .min(1, "must be a port")
  .max(65_535, "must be a port");

const DAYS = { D: 1, M: 30, Y: 365 } as const;

/** Days, months or years, and not fewer than the database would wait in any case. */
const kept = (usually: string, days: number) =>
  z
    .string()
    .refine((value) => {
      const [, count, unit] = /^P([1-9]\d{0,3})([DMY])$/.exec(value) ?? [];
      return Number(count) * DAYS[unit as keyof typeof DAYS] >= days;
    }, `must be days, months or years, P${days}D at least`)
    .default(usually);

const schema = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("production"),
  ASSENT_MODE: z.enum(["production", "sandbox"], "must be production or sandbox").default("production"),
  /** Where this server listens, on loopback unless LISTEN_HOST says otherwise. */
  PORT: port,
  LISTEN_HOST: text.default("127.0.0.1"),
  /** What the customer's browser calls this app. Requests are read against it, never against the Host header. */
  PUBLIC_ORIGIN: origin,
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/, error: "must be a postgres:// URL" }),
  SESSION_KEYS: text.transform(parseSessionKeys),
  AS_BASE_URL: url,
  AS_TENANT: text,
  AS_SYSTEM_SERVER: text,
  AS_WORKSPACE: text,
  AS_TOKEN_URL: url,
  AS_CLIENT_ID: text,
  AS_TLS_CERT: text,
  AS_TLS_KEY: text,
  AS_TLS_CA: text,
  /** Path dialect of its consent API. */
  AS_DIALECT: z.enum(["current", "legacy"], "must be current or legacy").default("current"),
  /** Which kinds of consent it has beside those that its API was made with, separated by commas. */
  AS_EXTRA_KINDS: z
    .string()
    .default("")
    .transform((kinds) => kinds.split(",").filter(Boolean))
    .pipe(z.array(z.enum(["domestic-vrp", "funds-confirmation"], "must be among domestic-vrp, funds-confirmation"))),
  /**
   * Whether access to account data opens nothing there before all have signed who have to. Unless it does, nobody is offered
   * an account that others have to agree to share.
   */
  AS_HOLDS_FOR_SIGNATURES: z.enum(["true", "false"], "must be true or false").default("false"),
  /** `iss` of the events that it pushes and of the tokens that it gives to the bank's own systems. */
  AS_ISSUER: url,
  AS_JWKS_URL: url,
  BANK_BASE_URL: url,
  /** Where the bank's checks for fraud are asked about a request, with the same certificate; not asked when unset. */
  BANK_RISK_URL: url.optional(),
  /**
   * Where the bank's identity provider tells what a customer has to confirm a yes with, with the same certificate. When
   * unset no page of ours asks for a factor, and the log-in must ask for all that a payment needs.
   */
  BANK_FACTORS_URL: url.optional(),
  /** For which its passkeys were made; the host name of this app unless said. */
  FACTOR_RP_ID: text.optional(),
  /** `iss` of what its gateways tell of the reads that they answered; no such reports are taken when unset. */
  BANK_READS_ISSUER: text.optional(),
  /** Where its public keys are, with the same certificate. */
  BANK_READS_JWKS_URL: url.optional(),
  BANK_TLS_CERT: text,
  BANK_TLS_KEY: text,
  BANK_TLS_CA: text,
  /** The identity provider where the bank's customers log in to see what they agreed to; no such pages when unset. */
  BANK_LOGIN_ISSUER: url.optional(),
  /** Where it describes itself, if not where OpenID Connect Discovery has it. */
  BANK_LOGIN_METADATA_URL: url.optional(),
  BANK_LOGIN_CLIENT_ID: text.optional(),
  /** A JSON file: a JWK Set of private keys, newest first, by which it knows us. */
  BANK_LOGIN_KEY_FILE: text.optional(),
  /** How its word is for both factors: what customers see and sign there, nobody is to with a password alone. */
  BANK_LOGIN_ACR: text.default(STRONG),
  /** A PEM file of its authority, when that is not a public one. */
  BANK_LOGIN_CA: text.optional(),
  /** The identity provider where the bank's staff log in; no admin portal when unset. */
  STAFF_LOGIN_ISSUER: url.optional(),
  STAFF_LOGIN_METADATA_URL: url.optional(),
  STAFF_LOGIN_CLIENT_ID: text.optional(),
  STAFF_LOGIN_KEY_FILE: text.optional(),
  /** Its word for the log-in of a working day, */
  STAFF_LOGIN_ACR: text.default(STRONG),
  /** and for that of an act which cannot be taken back; the same unless set. */
  STAFF_STEP_UP_ACR: text.optional(),
  /** The claim that lists somebody's roles. */
  STAFF_ROLES_CLAIM: text.default("roles"),
  STAFF_LOGIN_CA: text.optional(),
  /** A JSON file with the bank's name, telephone number and look; docs/how-to/brand-the-pages.md. */
  BRAND_FILE: text.optional(),
  /** Which made-up bank the sandbox plays when there is no such file. */
  BRAND: z.enum(SANDBOX_BRAND_NAMES, `must be one of ${SANDBOX_BRAND_NAMES.join(", ")}`).default("northlight"),
  /** Where the bank can be written to, on one line; stands on receipts, as do the next three. */
  BANK_ADDRESS: text,
  /** What the bank tells its customers about their data. */
  BANK_PRIVACY_NOTICE: url,
  /** ISO 3166-1: whose law holds, and where this record is kept. */
  BANK_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be a country code of two capitals")
    .default("GB"),
  /** How many days those have who sign after the first. */
  SIGNATURE_DUE_DAYS: z.coerce
    .number()
    .int()
    .min(1, "must be from 1 to 90")
    .max(90, "must be from 1 to 90")
    .default(SIGNATURE_DAYS),
  /** How many consents staff can end by one list; a longer one is refused. One statement counts and hashes it, in its time. */
  BULK_REVOKE_MOST: z.coerce
    .number()
    .int()
    .min(1, "must be from 1 to 250000")
    .max(250_000, "must be from 1 to 250000")
    .default(100_000),
  /** How long decisions and their evidence are kept, ISO 8601. */
  RECORDS_KEPT_FOR: z
    .string()
    .regex(/^P[1-9]\d?Y$/, "must be years, such as P6Y")
    .default("P6Y"),
  /** How long what no decision rests on is kept, ISO 8601: pages of answered visits that were not the one answered, */
  PAGES_KEPT_FOR: kept("P30D", 1),
  /** visits that nobody answered, with their pages: for longer than a hand-off may live at the authorization server, */
  VISITS_KEPT_FOR: kept("P30D", 7),
  /** what customers find in the app, */
  NOTICES_KEPT_FOR: kept("P1Y", 30),
  /** events for the outside, from when everybody has heard or was given up, */
  DELIVERIES_KEPT_FOR: kept("P90D", 7),
  /** settled differences from the authorization server, */
  FINDINGS_KEPT_FOR: kept("P1Y", 30),
  /** and what apps read with customers' consents. */
  READS_KEPT_FOR: kept("P25M", 720),
  /** A JSON file: a JWK Set of private PS256 keys, newest first. The newest signs, all are published. */
  SIGNING_KEYS_FILE: text,
  /** Where TPPs reach consents and resources; the beginning of the links in events to them. */
  RESOURCE_BASE_URL: url,
  /** Which public addresses TPPs may not have, they may have nevertheless: host names, separated by commas. Sandbox only. */
  CALLBACK_HOSTS_ALLOWED: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(",").filter(Boolean)),
  /** A PEM file of authorities for TPPs' callback addresses, when they are not public ones. */
  CALLBACK_CA: text.optional(),
  /** Customers get mail through it; none when unset. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }).optional(),
  MAIL_FROM: text.optional(),
  /** Gets one signed event for every change; none when unset. */
  ANALYTICS_URL: url.optional(),
  ANALYTICS_CA: text.optional(),
  /** The public register of TPPs, who signs what it says, and its keys; without them nobody vouches for a TPP here. */
  TPP_REGISTER_URL: url.optional(),
  TPP_REGISTER_ISSUER: url.optional(),
  TPP_REGISTER_JWKS_URL: url.optional(),
  TPP_REGISTER_CA: text.optional(),
  /** Shortens the pauses between attempts to deliver, and the time after which one is given up, to be seen to the end. */
  OUTBOX_TIME_FACTOR: z.coerce
    .number("must be a number")
    .gt(0, "must be more than 0")
    .max(1, "must be 1 at most")
    .default(1),
  /** Consents a second that are compared with the authorization server at most, one walk through all after the other. */
  RECONCILE_PER_SECOND: z.coerce
    .number("must be a number")
    .int()
    .min(20, "must be at least 20")
    .max(5_000, "must be at most 5000")
    .default(500),
  /** Whether the jobs run in this process. With `off`, run `npm run worker` beside it. */
  WORKER: z.enum(["in-process", "off"], "must be in-process or off").default("in-process"),
  /** Milliseconds that the authorization server and the bank each get to answer. */
  UPSTREAM_TIMEOUT_MS: z.coerce
    .number("must be milliseconds")
    .int()
    .min(100, "must be at least 100")
    // Two calls must fit into the 10 seconds for which one sender has a decision: a second one would end its address.
    .max(4_000, "must be at most 4000")
    .default(2_500),
  /** Milliseconds after SIGTERM during which /readyz says no and requests are still served. */
  DRAIN_MS: z.coerce.number("must be milliseconds").int().min(0, "must be at least 0").default(3_000),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "is not a log level")
    .default("info"),
  /** Serves /metrics on loopback, on a port of its own. Unset: no metrics. */
  METRICS_PORT: port.optional(),
});

type Settings = Readonly<z.output<typeof schema>>;

export type Env = Settings & { readonly brand: Brand };

export type ParsedEnv =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the settings, naming everything that is missing or wrong at once. Problems name variables and never repeat a
 * value, since the value may be the secret.
 *
 * @param record as `process.env`; an empty string counts as unset.
 */
export function parseEnv(record: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given["ASSENT_MODE"] === "sandbox" ? { ...sandboxDefaults(given), ...given } : given);
  const missing = missingToLogIn(given);
  if (!parsed.success) {
    return { ok: false, problems: [...new Set([...parsed.error.issues.map(problemOf), ...missing])].sort() };
  }
  const traces = parsed.data.ASSENT_MODE === "production" ? sandboxTraces(parsed.data) : [];
  const look = brandOf(parsed.data);
  const problems = [...missing, ...traces, ...(look.ok ? [] : look.problems)];
  return look.ok && problems.length === 0
    ? { ok: true, env: { ...parsed.data, brand: look.brand } }
    : { ok: false, problems };

  function problemOf({ path, message }: z.core.$ZodIssue): string {
    const name = String(path[0]);
    return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
  }
}

/** What a log-in cannot do without, where there is one. */
function missingToLogIn(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const needed = (["BANK", "STAFF"] as const)
    .filter((whose) => given[`${whose}_LOGIN_ISSUER`] !== undefined)
    .flatMap((whose) => [`${whose}_LOGIN_CLIENT_ID`, `${whose}_LOGIN_KEY_FILE`]);
  return needed.filter((name) => given[name] === undefined).map((name) => `${name} is missing`);
}

function brandOf({ BRAND, BRAND_FILE }: Settings): ParsedBrand {
  const parsed = BRAND_FILE === undefined ? parseBrand(SANDBOX_BRANDS[BRAND]) : readBrandFile(BRAND_FILE);
  const name = BRAND_FILE === undefined ? "BRAND" : "BRAND_FILE";
  return parsed.ok ? parsed : { ok: false, problems: parsed.problems.map((problem) => `${name}: ${problem}`) };
}

function sandboxDefaults(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const { PORT = "4100" } = given;
  return { PORT, PUBLIC_ORIGIN: `http://assent.localhost:${PORT}`, SESSION_KEYS: SANDBOX_SESSION_KEY, DRAIN_MS: "0" };
}

let current: Env | undefined;

/**
 * The settings of this process, read once.
 *
 * @throws Error listing every problem by variable name.
 */
export function env(): Env {
  if (current) return current;
  const parsed = parseEnv(process.env);
  if (!parsed.ok)
    throw new Error(`The environment is not usable:\n${parsed.problems.map((each) => `  ${each}`).join("\n")}`);
  current = parsed.env;
  return current;
}
