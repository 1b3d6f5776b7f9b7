/**
 * What to do when the database cannot be reached, in words and without anything of DATABASE_URL, which may hold a
 * password. Undefined where something else is wrong.
 *
 * @param error of the driver, or whatever it is the cause of.
 */
export function whyUnreachable(error: unknown): string | undefined {
  const cause = (error instanceof Error && error.cause) || error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  const why = typeof code === "string" ? SENTENCES[code] : undefined;
  return why && `${why} (${code})`;
}

const NOTHING_ANSWERS =
  "no database answers where DATABASE_URL points: start PostgreSQL there, or correct the host and port";

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: NOTHING_ANSWERS,
  ECONNRESET: NOTHING_ANSWERS,
  ETIMEDOUT: NOTHING_ANSWERS,
  EHOSTUNREACH: NOTHING_ANSWERS,
  CONNECT_TIMEOUT: NOTHING_ANSWERS,
  ENOTFOUND: "the host name in DATABASE_URL is not known: correct it",
  EAI_AGAIN: "the host name in DATABASE_URL cannot be looked up at the moment",
  "28P01": "the database does not take the password in DATABASE_URL",
  "28000": "the database does not let the user of DATABASE_URL in",
  "3D000": "there is no database of the name in DATABASE_URL: create it, then run: node build/db/migrate.js",
  "3F000": "the database has no schema of ours yet; run: node build/db/migrate.js",
  "42P01": "the database lacks a table of ours; run: node build/db/migrate.js",
};
