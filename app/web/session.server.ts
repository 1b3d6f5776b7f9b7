import { deviceOf } from "~/domain/customer-session/device";
import type { Authentication } from "~/domain/factor/authentication";
import type { CustomerId, CustomerSessionId } from "~/domain/shared/ids";
import type { HowLoggedIn } from "~/ports/customer-sessions";
import { browserSessions } from "./browser-sessions.server";
import { services } from "./services.server";

/** The customer behind a request. */
export interface LoggedIn {
  readonly customer: CustomerId;
  /** Of this browser, among all in which the customer is logged in. */
  readonly session: CustomerSessionId;
  /** Since they were authenticated, by the database's clock. */
  readonly ageMs: number;
  /** How they logged in, for what a log-in may be enough for (P-23). */
  readonly authentication: Authentication;
  /** How many of their notices are new: every page of theirs says so in its menu. */
  readonly unread: number;
}

const sessions = browserSessions("__Host-customer", () => {
  const { customerSessions, logOut } = services();
  return { begin: customerSessions.begin, use: customerSessions.use, end: logOut.here };
});

/** Who is logged in, in the browser that asks. @throws DeskUnavailable */
export async function loggedIn(request: Request): Promise<LoggedIn | undefined> {
  const live = await sessions.of(request);
  if (!live) return undefined;
  const { customer, id: session, ageMs, unread, authentication } = live;
  return { customer, session, ageMs, unread, authentication: { ...authentication, amr: [] } };
}

/**
 * Logs a customer in, in this browser, under a new token.
 *
 * @returns the `Set-Cookie` value.
 * @throws DeskUnavailable
 */
export const logIn = (
  request: Request,
  {
    customer,
    bankSession,
    ...how
  }: { readonly customer: CustomerId; readonly bankSession?: string } & Required<Pick<HowLoggedIn, "acr">> &
    HowLoggedIn,
): Promise<string> =>
  sessions.begin(request, {
    customer,
    device: deviceOf(request.headers.get("user-agent")),
    authentication: { acr: how.acr, ...(how.authTime && { authTime: how.authTime }) },
    ...(bankSession && { bankSession }),
  });

/** @returns the `Set-Cookie` value. @throws DeskUnavailable */
export const logOut = (request: Request): Promise<string> => sessions.end(request);
