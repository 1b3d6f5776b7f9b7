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
