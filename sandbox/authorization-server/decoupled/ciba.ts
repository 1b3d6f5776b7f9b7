import { type Client, type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import type { Consents } from "../consents/consents.ts";
import { GRANT_MANAGEMENT_PARAMETERS } from "../provider/grant-management.ts";
import { INTENT_CLAIM, requireIntent } from "../provider/intent-reference.ts";
import type { CustomerPhones } from "./customer-phones.ts";
import { endDecoupled, openDecoupled } from "./decoupled-store.ts";

type Ciba = NonNullable<NonNullable<Configuration["features"]>["ciba"]>;

interface Settings {
  readonly sql: Database;
  readonly consents: Consents;
  readonly phones: CustomerPhones;
  readonly issuer: string;
  readonly log: Logger;
}

/** The request's member that names the consent: with hyphens, and a plain value (UK security profile, CIBA). */
const INTENT_PARAMETER = "openbanking-intent-id";

/** Where the customer's link leads, at the server for browsers. */
export const DECOUPLED_PATH = "/decoupled";

/** What CIBA Core section 7.1 calls short and readable; the library's own pattern. */
const BINDING_MESSAGE = /^[a-zA-Z0-9-._+/!?#]{1,20}$/;

/** How the library takes requests for customers who are at another device. */
export function createCiba({ sql, consents, phones, issuer, log }: Settings): Ciba {
  const unreachable = (cause: unknown) => {
    log.error({ err: cause }, "the identity provider did not take a notice");
    return new errors.TemporarilyUnavailable("the customer cannot be reached now");
  };
  return {
    enabled: true,
    // The UK profile forbids push.
    deliveryModes: ["poll", "ping"],
    async processLoginHint(_ctx, hint) {
      if (hint === undefined) return undefined;
      const reached = await phones.reaches(hint).catch((cause: unknown) => {
        throw unreachable(cause);
      });
      return reached ? hint : undefined;
    },
    async processLoginHintToken() {
      throw new errors.InvalidRequest("login_hint_token is not supported: send login_hint or id_token_hint");
    },
    async verifyUserCode() {},
    async validateRequestContext() {},
    async validateBindingMessage(_ctx, message) {
      if (message === undefined || !BINDING_MESSAGE.test(message)) {
        throw new errors.InvalidBindingMessage("binding_message must be 1 to 20 letters, digits or -._+/!?#");
      }
    },
    async triggerAuthenticationDevice(ctx, request, account, client) {
      const { [INTENT_PARAMETER]: consentId = "", binding_message: bindingMessage = "" } = ctx.oidc.params as Record<
        string,
        string
      >;
      const authReqId = request.jti;
      const consent = await consents.get(consentId);
      // One that is authorised anew is its giver's alone.
      const stranger = consent?.status !== "awaiting_authorisation" && consent?.subject !== account.accountId;
      if (stranger) throw new errors.AccessDenied("the consent is another customer's");
      const opened = await openDecoupled(sql, {
        authReqId,
        consentId,
        clientId: client.clientId,
        subject: account.accountId,
        requestedScopes: String(request.scope).split(" "),
        bindingMessage,
        expiresAt: new Date(Date.now() + request.remainingTTL * 1000),
        pings: client.backchannelTokenDeliveryMode === "ping",
      });
      if (opened === "in progress") throw new errors.InvalidRequest("an authorisation of this consent is in progress");
      if (opened === "too many") throw new errors.TemporarilyUnavailable("the customer is being asked enough already");
      try {
        await phones.notify(account.accountId, {
          text: `${client.clientName ?? client.clientId} asks for your answer. Open the link only if you started this, and if it shows ${bindingMessage} as the other screen does.`,
          link: `${issuer}${DECOUPLED_PATH}/${opened.linkId}`,
        });
      } catch (cause) {
        await endDecoupled(sql, authReqId);
        throw unreachable(cause);
      }
    },
  };
}

/**
 * Reads the consent that a request names. The library's own way, `claims`, is not the UK profile's for CIBA; it is
 * filled in here, so that the id_token names the consent and the authentication as after a redirect.
 */
const readIntentParameter =
  (sql: Database, consents: Consents) => async (ctx: KoaContextWithOIDC, value: string | undefined, client: Client) => {
    if (ctx.oidc.route !== "backchannel_authentication") return;
    if (value === undefined) throw new errors.InvalidRequest(`${INTENT_PARAMETER} must name a consent`);
    await requireIntent(sql, consents, value, ctx, client);
    const params = ctx.oidc.params as Record<string, unknown>;
    const misplaced = ["claims", ...GRANT_MANAGEMENT_PARAMETERS].find((name) => params[name] !== undefined);
    if (misplaced) throw new errors.InvalidRequest(`${misplaced} cannot be used here`);
    params["claims"] = JSON.stringify({ id_token: { [INTENT_CLAIM]: { value, essential: true }, acr: null } });
  };

export const CIBA_PARAMETERS = (sql: Database, consents: Consents) => ({
  [INTENT_PARAMETER]: readIntentParameter(sql, consents),
});
