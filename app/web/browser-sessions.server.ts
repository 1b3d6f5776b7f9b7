import { type Adapter, Cookie, Lucia, TimeSpan } from "lucia";
import { cookieNamed } from "./sealed-cookie.server";

/** Where sessions of one kind are kept, by a token that only their browser has. */
export interface SessionStore<New, Live extends { readonly leftMs: number }> {
  begin(token: string, session: New): Promise<void>;
  /** The session, when it lives; being asked for is what keeps it from ending idle. */
  use(token: string): Promise<Live | undefined>;
  end(token: string): Promise<void>;
}

interface Attributes {
  readonly kept?: unknown;
  readonly live?: unknown;
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

/** Lucia wants an owner for each session; whose ours are, their store knows. */
const SOMEBODY = "somebody";

/**
 * Sessions of one kind, each known to its browser by one cookie. Lucia makes the tokens and the cookie, and asks us for the
 * rest. What it knows of time is this process's clock and no absolute end: the database decides both, and tells it only what
 * is left.
 */
export function browserSessions<New, Live extends { readonly leftMs: number }>(
  cookie: `__Host-${string}`,
  store: () => SessionStore<New, Live>,
) {
  const lucia = new Lucia(adapterTo(store), {
    sessionExpiresIn: new TimeSpan(5, "m"),
    sessionCookie: { name: cookie },
    getSessionAttributes: ({ live }) => ({ live }),
  });
  /** Not Lucia's own reading: a cookie of somebody else's that is no URL encoding would make it throw. */
  const tokenOf = (request: Request) => cookieNamed(request.headers.get("cookie"), cookie);
  const endOf = async (request: Request) => {
    const token = tokenOf(request);
    if (token) await lucia.invalidateSession(token);
  };
  return {
    /** The session of the browser that asks. @throws DeskUnavailable */
    async of(request: Request): Promise<Live | undefined> {
      const token = tokenOf(request);
      if (!token) return undefined;
      const { session } = await lucia.validateSession(token);
      return session?.live as Live | undefined;
    },
    /**
     * Begins a session in this browser: under a new token, whatever token it came with, and the session of that has ended
     * (session fixation, S4).
     *
     * @returns the `Set-Cookie` value.
     * @throws DeskUnavailable
     */
    async begin(request: Request, kept: New): Promise<string> {
      await endOf(request);
      const { id: token } = await lucia.createSession(SOMEBODY, { kept });
      const { name, value, attributes } = lucia.createSessionCookie(token);
      // Without an age: it goes with the browser, and how long it counts is not for the browser to say.
      const { maxAge: _, ...rest } = attributes;
      return new Cookie(name, value, rest).serialize();
    },
    /** @returns the `Set-Cookie` value. @throws DeskUnavailable */
    async end(request: Request): Promise<string> {
      await endOf(request);
      return lucia.createBlankSessionCookie().serialize();
    },
  };
}

const adapterTo = <New, Live extends { readonly leftMs: number }>(store: () => SessionStore<New, Live>): Adapter => ({
  async getSessionAndUser(token) {
    const live = await store().use(token);
    if (!live) return [null, null];
    const session = { id: token, userId: SOMEBODY, expiresAt: new Date(Date.now() + live.leftMs) };
    return [
      { ...session, attributes: { live } },
      { id: SOMEBODY, attributes: {} },
    ];
  },
  setSession: ({ id: token, attributes: { kept } }) => store().begin(token, kept as New),
  // To look at a session has made it last longer already, by the clock that counts.
  updateSessionExpiration: async () => {},
  deleteSession: (token) => store().end(token),
  deleteUserSessions: () => Promise.reject(new Error("whose they are, their store knows")),
  deleteExpiredSessions: () => Promise.reject(new Error("a job takes away what has ended")),
  getUserSessions: () => Promise.reject(new Error("a token is known to its browser alone")),
});
