import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "~/env.server";
import { correlationId } from "./correlation.server";
import { describeError } from "./error-description.server";

/** Keys that never reach the log, at the top of a line or one level down. Whoever logs them by mistake is covered. */
const NEVER_LOGGED = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "token",
  "access_token",
  "id_token",
  "client_secret",
  "secret",
  "login_id",
  "login_state",
  "handoff",
  "accountNumber",
  "account_number",
  "number",
  "iban",
];

/**
 * JSON escapes only the controls below U+0020. These would still move a cursor, end a line or turn an order around
 * wherever somebody reads the log.
 */
const UNSEEN = /[\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * JSON lines on standard output, each with the correlation id of the request that caused it. Errors go under `err`.
 *
 * @param destination for tests; standard output otherwise.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { service: "app" },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => describeError(error) },
      redact: {
        paths: NEVER_LOGGED.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
        censor: "[hidden]",
      },
      hooks: { streamWrite: (line) => line.replace(UNSEEN, escaped) },
      mixin: () => {
        const id = correlationId();
        return id === undefined ? {} : { correlationId: id };
      },
    },
    destination ?? pino.destination(1),
  );
}

let current: Logger | undefined;

/** The app's log. Made at first use, so that importing a module starts nothing. */
export function log(): Logger {
  current ??= createLog(env().LOG_LEVEL);
  return current;
}
