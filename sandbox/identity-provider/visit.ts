import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { deleteCookie } from "hono/cookie";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";

export type PageEnv = { Bindings: HttpBindings };

export type Interaction = Awaited<ReturnType<Provider["interactionDetails"]>>;
type Answer = Parameters<Provider["interactionResult"]>[2];

/** The cookie with the secret of a started second step, sent to the pages of one interaction only. */
export const SECOND_STEP_COOKIE = "second_step";
export const pathOf = (uid: string) => `/sign-in/${uid}`;

/**
 * The interaction that this browser is in, by the library's signed cookie. One that was answered already goes on to
 * where it leads: a double click or a second tab sees the one outcome.
 *
 * @throws SessionNotFound when it is over, or was started in another browser.
 */
export async function visitOf(provider: Provider, c: Context<PageEnv>): Promise<Interaction | Response> {
  const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
  if (interaction.uid !== c.req.param("uid")) throw new errors.SessionNotFound("another sign-in");
  return interaction.result ? c.redirect(interaction.returnTo, 303) : interaction;
}

/** Ends the interaction and sends the browser back through the library to the relying party. */
export async function answer(provider: Provider, c: Context<PageEnv>, result: Answer): Promise<Response> {
  const returnTo = await provider.interactionResult(c.env.incoming, c.env.outgoing, result);
  deleteCookie(c, SECOND_STEP_COOKIE, { path: pathOf(c.req.param("uid") ?? "") });
  return c.redirect(returnTo, 303);
}

/** Reads text fields of a form, cut to a length that no honest value reaches. Anything else reads as empty. */
export async function formOf(c: Context<PageEnv>, length = 256): Promise<(name: string) => string> {
  const form = await c.req.formData().catch(() => new FormData());
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, length) : "";
  };
}
