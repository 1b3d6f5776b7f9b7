import { errors, type Interaction, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import type { Federation } from "../federation/federation.ts";
import { acrOfLogIn, type LogInAcr, SCA } from "../federation/log-in-acr.ts";
import { handoffAddress } from "../handoffs/handoff-address.ts";
import { openHandoff } from "../handoffs/handoff-store.ts";
import { invalidGrantId, requireReplaced } from "./grant-management.ts";
import { intentIdOf, requireIntent } from "./intent-reference.ts";

const { Check, base } = interactionPolicy;

/** Milliseconds; always less than the interaction has. */
const LOG_IN_WITHIN = 10 * 60_000;

/**
 * When the customer must be asked: always, and once for each authorisation. The log-in at the bank comes first, the
 * consent page second; no earlier answer is reused.
 */
export function promptPolicy(sql: Database, consents: Consents) {
  const policy = base();
  policy.get("login")?.checks.add(
    new Check("intent", "a consent must be named", async (ctx) => {
      // Later rounds meet a consent that may be decided already; they are checked where they begin.
      if (ctx.oidc.route === "authorization") {
        await requireIntent(sql, consents, intentIdOf(ctx.oidc.params), ctx, ctx.oidc.client);
      }
      return Check.NO_NEED_TO_PROMPT;
    }),
  );
  policy
    .get("login")
    ?.checks.add(
      new Check("every_time", "the customer logs in for each authorisation", "login_required", (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  policy.get("login")?.checks.remove("essential_acrs");
  policy.get("login")?.checks.remove("essential_acr");
  policy
    .get("login")
    ?.checks.add(
      new Check("essential_acr", "the requested authentication cannot be given", (ctx) =>
        isAcrGiven(ctx) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  policy
    .get("consent")
    ?.checks.add(
      new Check("every_time", "the customer decides on each consent", "consent_required", (ctx) =>
        ctx.oidc.result?.consent ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

/**
 * OpenID Connect Core section 5.5.1.1. The library judges by the log-in; a payment's is one factor, and the consent page
 * asks for the other. So what the TPP asks for is measured by what it will be, and after that page by what it is.
 */
function isAcrGiven({ oidc }: KoaContextWithOIDC): boolean {
  const asked = oidc.claims.id_token?.["acr"] as { essential?: boolean; value?: unknown; values?: unknown } | undefined;
  if (!asked?.essential) return true;
  const { value, values } = asked;
  if (values !== undefined && !Array.isArray(values)) throw new errors.InvalidRequest("acr.values must be a list");
  const given = oidc.result?.consent ? oidc.session?.acr : SCA;
  return (values === undefined || values.includes(given)) && (value === undefined || value === given);
}

/**
 * Where the browser goes for the next step: to the bank's identity provider, then to the consent page.
 *
 * @throws the OAuth error that the TPP gets when the step cannot be taken.
 */
export function createNextStep(
  sql: Database,
  consents: Consents,
  federation: Federation,
  paymentLogIn: LogInAcr,
  consentPage: URL,
) {
  return async (ctx: KoaContextWithOIDC, interaction: Interaction): Promise<string> => {
    try {
      return await nextStep(ctx, interaction);
    } catch (cause) {
      if (cause instanceof errors.OIDCProviderError) throw cause;
      // The request is known to be good by now, so the TPP gets its browser back even when it is our fault.
      ctx.oidc.provider.emit("server_error", ctx, cause as Error);
      throw new errors.CustomOIDCProviderError("server_error", "the bank could not go on");
    }
  };

  async function nextStep(ctx: KoaContextWithOIDC, interaction: Interaction): Promise<string> {
    // The consent may have been deleted or have expired during the step before.
    const consent = await requireIntent(sql, consents, intentIdOf(interaction.params), ctx, ctx.oidc.client);
    // We keep no session (see artifacts.ts), so the interaction must not wait for one.
    delete interaction.session;
    await interaction.persist();

    if (interaction.prompt.name === "login") {
      // The customer has just logged in and the request still is not content: asking again would go round in circles.
      if (interaction.lastSubmission?.login) {
        throw new errors.UnmetAuthenticationRequirements("the requested authentication cannot be given");
      }
      if (!(await federation.isAvailable())) {
        throw new errors.TemporarilyUnavailable("the bank's log-in cannot be reached");
      }
      const until = new Date(Date.now() + LOG_IN_WITHIN);
      const { address, cookie } = await federation.begin(
        interaction.uid,
        consent.id,
        acrOfLogIn(consent.type, paymentLogIn),
        until,
      );
      ctx.cookies.set(cookie.name, cookie.value, { path: cookie.path, httpOnly: true, sameSite: "lax", signed: false });
      return address;
    }

    const login = interaction.lastSubmission?.login;
    if (!login?.accountId) throw new Error("the consent step was reached without a log-in");
    const again = consent.status !== "awaiting_authorisation";
    if (again && consent.subject !== login.accountId)
      throw new errors.AccessDenied("the consent is another customer's");
    const replaced = await requireReplaced(consents, interaction.params, consent);
    if (replaced && replaced.subject !== login.accountId) throw invalidGrantId();
    const { loginId, loginState } = await openHandoff(sql, {
      ...(again && { reauthorises: consent.revision }),
      ...(replaced && { replaces: replaced.id }),
      interactionUid: interaction.uid,
      consentId: consent.id,
      clientId: consent.clientId,
      subject: login.accountId,
      acr: login.acr ?? "",
      amr: login.amr ?? [],
      authTime: new Date((login.ts ?? 0) * 1000),
      requestedScopes: String(interaction.params.scope).split(" "),
      endsAt: new Date(interaction.exp * 1000),
    });
    return handoffAddress(consentPage, loginId, loginState, consent.type);
  }
}
