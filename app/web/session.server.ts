import { type Adapter, Cookie, Lucia, TimeSpan } from "lucia";
import type { Device } from "~/domain/customer-session/device";
import { deviceOf } from "~/domain/customer-session/device";
import { asCustomerId, asCustomerSessionId, type CustomerId, type CustomerSessionId } from "~/domain/shared/ids";
import type { CustomerSessions } from "~/ports/customer-sessions";
import { cookieNamed } from "./sealed-cookie.server";
import { services } from "./services.server";

/** The customer behind a request. */
export interface LoggedIn {
  readonly customer: CustomerId;
  /** Of this browser, among all in which the customer is logged in. */
  readonly session: CustomerSessionId;
  /** Since they logged in, by the database's clock. */
  readonly ageMs: number;
  /** How many of their notices are new: every page of theirs says so in its menu. */
  readonly unread: number;
}

interface Attributes {
  readonly name?: CustomerSessionId;
  readonly device: Device;
  readonly bankSession?: string;
  readonly ageMs?: number;
  readonly unread?: number;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: Attributes;
  }
}

const COOKIE = "__Host-customer";

/**
 * Lucia makes the tokens and the cookie, and asks us for the rest. What it knows of time is this process's clock and
 * no absolute end: the database decides both, and tells it only what is left.
 */
const createLucia = (sessions: () => CustomerSessions) =>
  new Lucia(adapterTo(sessions), {
    sessionExpiresIn: new TimeSpan(5, "m"),
    sessionCookie: { name: COOKIE },
    getSessionAttributes: ({ name, ageMs, unread }) => ({ name, ageMs, unread }),
  });

const adapterTo = (sessions: () => CustomerSessions): Adapter => ({
  async getSessionAndUser(token) {
    const live = await sessions().use(token);
    if (!live) return [null, null];
    const { id: name, customer, device, leftMs, ageMs, unread } = live;
    const session = { id: token, userId: customer, expiresAt: new Date(Date.now() + leftMs) };
    return [
      { ...session, attributes: { name, device, ageMs, unread } },
      { id: customer, attributes: {} },
    ];
  },
  setSession: ({ id: token, userId, attributes: { device, bankSession } }) =>
    sessions().begin(token, { customer: asCustomerId(userId), device, ...(bankSession && { bankSession }) }),
  // To look at a session has made it last longer already, by the clock that counts.
  updateSessionExpiration: async () => {},
  deleteSession: (token) => services().logOut.here(token),
  deleteUserSessions: (customer) => services().logOut.everywhere(asCustomerId(customer)),
  deleteExpiredSessions: async () => {
    await sessions().forgetEnded(1_000);
  },
  getUserSessions: () => Promise.reject(new Error("a token is known to its browser alone")),
});

const lucia = createLucia(() => services().customerSessions);

/** Not Lucia's own reading: a cookie of somebody else's that is no URL encoding would make it throw. */
const tokenOf = (request: Request) => cookieNamed(request.headers.get("cookie"), COOKIE);

/** Who is logged in, in the browser that asks. @throws DeskUnavailable */
export async function loggedIn(request: Request): Promise<LoggedIn | undefined> {
  const token = tokenOf(request);
  if (!token) return undefined;
  const { session } = await lucia.validateSession(token);
  if (!session?.name || session.ageMs === undefined) return undefined;
  const { name, userId, ageMs, unread = 0 } = session;
  return { customer: asCustomerId(userId), session: asCustomerSessionId(name), ageMs, unread };
}

/**
 * Logs a customer in, in this browser: under a new token, whatever token it came with, and the session of that has ended
 * (session fixation, S4).
 *
 * @returns the `Set-Cookie` value.
 * @throws DeskUnavailable
 */
export async function logIn(
  request: Request,
  { customer, bankSession }: { readonly customer: CustomerId; readonly bankSession?: string },
): Promise<string> {
  await endSessionOf(request);
  const device = deviceOf(request.headers.get("user-agent"));
  const { id: token } = await lucia.createSession(customer, { device, ...(bankSession && { bankSession }) });
  const { name, value, attributes } = lucia.createSessionCookie(token);
  // Without an age: it goes with the browser, and how long it counts is not for the browser to say.
  const { maxAge: _, ...kept } = attributes;
  return new Cookie(name, value, kept).serialize();
}

/** @returns the `Set-Cookie` value. @throws DeskUnavailable */
export async function logOut(request: Request): Promise<string> {
  await endSessionOf(request);
  return lucia.createBlankSessionCookie().serialize();
}

async function endSessionOf(request: Request): Promise<void> {
  const token = tokenOf(request);
  if (token) await lucia.invalidateSession(token);
}
