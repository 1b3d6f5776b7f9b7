import type { Context } from "hono";
import { z } from "zod";
import type { Consent, ConsentType } from "../consents/consent.ts";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import { SCA } from "../federation/log-in-acr.ts";
import type { Handoff, HandoffDecision } from "../handoffs/handoff.ts";
import { isExtensible } from "../handoffs/handoff-time.ts";
import { authenticatedBy, type PageAuthentication } from "../handoffs/page-authentication.ts";
import { interactionIdGiven } from "./interaction.ts";
import type { InternalApiDeps } from "./internal-api-deps.ts";
import { jsonBody, name, textList } from "./json-body.ts";
import { intentProperty, outwardConsent } from "./outward-consent.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";

const SCOPE_NAMES: Readonly<Record<string, string>> = {
  openid: "OpenID",
  accounts: "Accounts",
  payments: "Payments",
  fundsconfirmations: "Funds confirmations",
};

const acceptRequest = z.object({
  account_ids: textList,
  granted_scopes: textList,
  login_state: z.string().nullish(),
  // An addition of ours: others have to sign too, and what it takes the place of goes on until they have.
  signatures_outstanding: z.boolean().nullish(),
  // An addition of ours: what the page asked of the customer, beyond the log-in.
  authentication: z
    .object({ acr: z.literal(SCA), amr: z.array(name).max(10), auth_time: z.number().int() })
    .nullish()
    .transform((said): PageAuthentication | undefined =>
      said ? { acr: said.acr, amr: said.amr, authTime: said.auth_time } : undefined,
    ),
});
const rejectRequest = z.object({
  id: z.string().nullish(),
  login_state: z.string().nullish(),
  // What may stand in an authorization error response (RFC 6749 section 4.1.2.1).
  error: z
    .string()
    .regex(/^[a-z_]{1,64}$/)
    .nullish(),
  error_description: z
    .string()
    .regex(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{0,300}$/)
    .nullish(),
  error_cause: z.string().max(300).nullish(),
  status_code: z.number().int().nullish(),
});

/** Of what needs nothing else: more time, another log-in. */
const bareRequest = z.object({ login_state: z.string().nullish() });

/** What the consent page does for one kind of consent: see what is asked, accept it, reject it, ask for more time, ask for another log-in, and read a file to its end. */
export function consentPage(type: ConsentType, { consents, handoffs, clients, paymentsOf }: InternalApiDeps) {
  /** A hand-off of another kind is as unknown as a wrong secret. */
  async function find(c: Context, loginState: string | null | undefined): Promise<[Handoff, Consent]> {
    const login = name.safeParse(c.req.param("login"));
    const handoff = loginState && login.success ? await handoffs.find(login.data, loginState) : undefined;
    const consent = handoff && (await consents.get(handoff.consentId));
    if (consent?.type !== type) throw notFound();
    return [handoff as Handoff, consent];
  }

  async function view(c: Context): Promise<Response> {
    const [handoff, consent] = await find(c, c.req.query("login_state"));
    if (handoff.decision) throw answeredWith(handoff.decision);
    const client = clients.find(({ id }) => id === consent.clientId);
    const replaced = handoff.replaces === undefined ? undefined : await consents.get(handoff.replaces);
    c.header("x-fapi-interaction-id", consent.interactionId);
    return c.json({
      ...outwardConsent(consent),
      client_info: {
        client_name: client?.name,
        client_uri: client?.uri,
        organisation_id: client?.organisationId,
        description: client?.description,
        org_name: client?.legalName,
        org_status: client?.legalName && "Active",
      },
      subject: handoff.subject,
      // Strings, which is what clients of this API can read, but for the time.
      authentication_context: {
        sub: handoff.subject,
        acr: handoff.acr,
        amr: handoff.amr.join(" "),
        auth_time: Math.floor(handoff.authTime.getTime() / 1000),
      },
      requested_scopes: handoff.requestedScopes.map((scope) => ({
        requested_name: scope,
        display_name: SCOPE_NAMES[scope] ?? scope,
      })),
      ...timeLeft(handoff),
      login_repeatable: true,
      // An addition of ours: the customer is at another screen than the TPP, and that one shows this.
      ...(handoff.bindingMessage !== undefined && { decoupled: { binding_message: handoff.bindingMessage } }),
      ...(type === "file_payment" && { file_readable: true }),
      ...(handoff.reauthorises !== undefined && {
        reauthorisation: { ...lastGiven(consent), first_authorised_at: consent.firstAuthorisedAt?.toISOString() },
      }),
      ...(replaced && { replaces: { consent_id: replaced.id, ...lastGiven(replaced), ...intentProperty(replaced) } }),
    });
  }

  /** An addition of ours: all of what the view shows the first ten of (P-19). */
  async function file(c: Context): Promise<Response> {
    const [handoff, consent] = await find(c, c.req.query("login_state"));
    if (handoff.decision) throw answeredWith(handoff.decision);
    const payments = await paymentsOf(consent.id);
    if (!payments) throw notFound();
    return c.json({ payments });
  }

  async function extend(c: Context): Promise<Response> {
    const body = await jsonBody(c.req, bareRequest);
    const [{ loginId }] = await find(c, body.login_state);
    const extended = await handoffs.extend(loginId, body.login_state as string);
    switch (extended.outcome) {
      case "extended":
        return c.json(timeLeft(extended.handoff));
      case "unknown":
        throw notFound();
      case "decided":
        throw alreadyDecided();
      case "not_extensible":
        throw new Refusal(422, "there is no more time to give", "login_not_extensible");
    }
  }

  async function accept(c: Context): Promise<Response> {
    const body = await jsonBody(c.req, acceptRequest);
    const [handoff] = await find(c, body.login_state);
    const accountIds = [...new Set(body.account_ids)];
    const grantedScopes = [...new Set(body.granted_scopes)];
    if (accountIds.length === 0) throw invalid("account_ids must name an account", "invalid_accounts");
    if (type !== "account_access" && accountIds.length > 1) {
      throw invalid("this consent is about exactly one account", "invalid_accounts");
    }
    if (!grantedScopes.every((scope) => handoff.requestedScopes.includes(scope))) {
      throw invalid("granted_scopes has a scope that was not requested", "invalid_scope");
    }
    // The consent is accepted as a whole or not at all.
    const { scope } = CONSENT_KINDS[type];
    if (!grantedScopes.includes(scope)) {
      throw invalid(`granted_scopes lacks ${scope}`, "invalid_scope");
    }
    // One factor at the log-in wants the other one here: a page that forgot it is not believed (P-23).
    const authentication = authenticatedBy(handoff, body.authentication);
    if (!authentication) throw invalid("the customer was not strongly authenticated", "insufficient_authentication");
    return decide(c, body.login_state as string, {
      kind: "accept",
      accountIds,
      grantedScopes,
      ...(body.authentication && { authentication }),
      ...(body.signatures_outstanding && { signaturesOutstanding: true as const }),
    });
  }

  async function reject(c: Context): Promise<Response> {
    const body = await jsonBody(c.req, rejectRequest);
    await find(c, body.login_state);
    if (body.id && body.id !== c.req.param("login")) throw invalid("id names another login");
    return decide(c, body.login_state as string, {
      kind: "reject",
      error: body.error ?? "access_denied",
      ...(body.error_description && { description: body.error_description }),
    });
  }

  async function decide(c: Context, loginState: string, decision: HandoffDecision): Promise<Response> {
    const answered = await handoffs.decide(c.req.param("login") as string, loginState, decision, interactionIdGiven(c));
    switch (answered.outcome) {
      case "answered":
        return c.json({ redirect_to: answered.redirectTo });
      case "unknown":
        throw notFound();
      case "decided_otherwise":
        throw alreadyDecided();
      case "consent_not_usable":
        throw new Refusal(422, "the consent cannot be authorised any more", "consent_not_usable");
    }
  }

  /** Somebody else is to answer: the customer logs in again, for the same consent. */
  async function logInAgain(c: Context): Promise<Response> {
    const body = await jsonBody(c.req, bareRequest);
    await find(c, body.login_state);
    return decide(c, body.login_state as string, { kind: "log_in_again" });
  }

  return { view, file, accept, reject, extend, logInAgain };
}

/** Additions of ours, which clients of this API pass over: until when it can be answered, and whether asking gives more. */
const timeLeft = (handoff: Handoff) => ({
  expires_at: handoff.expiresAt.toISOString(),
  extensible: isExtensible(handoff),
});

/** When the customer last agreed to it, and with which accounts. */
const lastGiven = ({ authorisedAt, statusUpdatedAt, accountIds }: Consent) => ({
  // It was not always kept; the newest change of one that is authorised is that.
  authorised_at: (authorisedAt ?? statusUpdatedAt).toISOString(),
  account_ids: accountIds,
});

const answeredWith = ({ kind }: HandoffDecision) =>
  kind === "log_in_again"
    ? new Refusal(409, "the request went on with another log-in", "login_repeated")
    : alreadyDecided();

const alreadyDecided = () => new Refusal(409, "the login was decided already", "login_already_decided");
