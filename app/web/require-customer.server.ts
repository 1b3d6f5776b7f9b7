import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { type BankLogin, BankLoginUnavailable } from "~/ports/bank-login";
import { log } from "./log.server";
import { logInFor } from "./log-in-after-form.server";
import { services } from "./services.server";
import { type LoggedIn, loggedIn } from "./session.server";
import { withRecord } from "./with-record.server";

/**
 * The customer who asks. Everybody else is sent to log in, and comes back to the page that they asked for.
 *
 * @throws Response 303 to the log-in; 404 at a bank that has none; 503
 */
export async function requireCustomer(request: Request): Promise<LoggedIn> {
  requireLogIn();
  const customer = await withRecord(() => loggedIn(request));
  if (customer) return customer;
  const { pathname, search } = new URL(request.url);
  throw redirect(logInFor(request, paths.logIn(pathname + search)), 303);
}

/**
 * The customer who asks, having signed in this short a time ago (D-28): every sign-in asks for both factors anew, whatever
 * went before it (decision 31). Whoever did so longer ago does it again, under a new session, and comes back to the page.
 *
 * @throws Response as {@link requireCustomer}
 */
export async function requireFreshCustomer(request: Request, maxAgeSeconds: number): Promise<LoggedIn> {
  const customer = await requireCustomer(request);
  if (customer.ageMs <= maxAgeSeconds * 1_000) return customer;
  const { pathname, search } = new URL(request.url);
  throw redirect(logInFor(request, paths.logIn(pathname + search)), 303);
}

/**
 * Where customers log in. A bank without a log-in has no dashboard, and says no more of it than of any other address.
 *
 * @throws Response 404
 */
export function requireLogIn(): BankLogin {
  const { bankLogin } = services();
  if (!bankLogin) throw new Response(null, { status: 404 });
  return bankLogin;
}

/** What the identity provider says; undefined while it is away, for a page that says so. */
export async function unlessAway<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof BankLoginUnavailable)) throw error;
    log().error({ err: error }, "customers cannot log in");
    return undefined;
  }
}
