import { randomBytes, randomUUID } from "node:crypto";
import { genericGrantRequest, initiateBackchannelAuthentication, ResponseBodyError } from "openid-client";
import { kindOf } from "../order/kinds/index.ts";
import { newBindingMessage } from "../protocol/binding-message.ts";
import { intentCheck } from "../protocol/check-answer.ts";
import { clientConfiguration } from "../protocol/client-configuration.ts";
import { mask } from "../protocol/masking.ts";
import { REQUEST_OBJECT_SECONDS, requestHeader, signRequest } from "../protocol/request-object.ts";
import { StepFault } from "../runs/step-fault.ts";
import { metadataOf, remember, required, type Walk } from "../runs/walk.ts";

const GRANT = "urn:openid:params:grant-type:ciba";
/** CIBA Core section 7.3, where the server does not say; section 11, for asking too soon. */
const SECONDS_BETWEEN = 5;

/** Asks the bank to ask the customer, wherever they are: no browser goes anywhere. */
export async function askCustomer(walk: Walk): Promise<void> {
  const { tpp, key, kid } = walk.identity;
  const bindingMessage = newBindingMessage();
  const notificationToken = tpp.decoupled === "ping" ? randomBytes(32).toString("base64url") : undefined;
  const { customer, seconds } = required(walk.run.decoupled, "customer");
  const request = await walk.journal.step("requestObject", async (draft) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: tpp.id,
      aud: metadataOf(walk).issuer,
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + REQUEST_OBJECT_SECONDS,
      scope: `openid ${kindOf(walk.run.order).scope}`,
      "openbanking-intent-id": required(walk.run.consentId, "consent id"),
      login_hint: customer,
      ...(seconds ? { requested_expiry: seconds } : {}),
      binding_message: bindingMessage,
      ...(notificationToken && { client_notification_token: notificationToken }),
    };
    const shown = { ...claims, ...(notificationToken && { client_notification_token: mask(notificationToken) }) };
    draft.documents.push({ name: "request", header: requestHeader(kid), claims: shown });
    return signRequest(claims, key, kid);
  });
  const answer = await walk.journal.step("decoupledRequest", (draft) =>
    initiateBackchannelAuthentication(clientConfiguration(walk.identity, metadataOf(walk), draft.fetch), { request }),
  );
  const interval = answer.interval ?? SECONDS_BETWEEN;
  remember(walk, {
    waiting: {
      authReqId: answer.auth_req_id,
      bindingMessage,
      interval,
      // Who is told asks by themselves only when the time is over.
      askAgainAt: Date.now() + (notificationToken ? answer.expires_in : interval) * 1000,
      asked: 0,
      ...(notificationToken && { notificationToken }),
    },
  });
  walk.run = { ...walk.run, phase: "waiting" };
}

/**
 * Asks once whether the customer has answered, and waits longer from now on when told to.
 *
 * @returns whether there is a token.
 */
export async function askForAnswer(walk: Walk): Promise<boolean> {
  const waiting = required(walk.run.secrets.waiting, "request that waits");
  const asked = waiting.asked + 1;
  return walk.journal.step("decoupledAnswer", async (draft) => {
    if (waiting.toldAt) draft.parameters.push({ name: "Told by the bank", value: waiting.toldAt });
    draft.parameters.push({ name: "Asked", value: asked === 1 ? "once" : `${asked} times` });
    const configuration = clientConfiguration(walk.identity, metadataOf(walk), draft.fetch);
    try {
      const tokens = await genericGrantRequest(configuration, GRANT, { auth_req_id: waiting.authReqId });
      const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
      draft.documents.push({ name: "id_token", claims });
      draft.checks.push(intentCheck(claims, required(walk.run.consentId, "consent id")), {
        name: "expires_in is given",
        passed: tokens.expires_in !== undefined,
        clause: "UK security profile",
      });
      if (draft.checks.some((check) => !check.passed))
        throw new StepFault("The token is not for this consent; it was not used.");
      remember(walk, { accessToken: tokens.access_token });
      walk.run = { ...walk.run, phase: "authorised" };
      return true;
    } catch (fault) {
      if (!(fault instanceof ResponseBodyError)) throw fault;
      const { error, error_description: description } = fault;
      draft.parameters.push({ name: "Answer", value: error });
      if (error === "authorization_pending" || error === "slow_down") {
        const interval = waiting.interval + (error === "slow_down" ? SECONDS_BETWEEN : 0);
        remember(walk, { waiting: { ...waiting, interval, asked, askAgainAt: Date.now() + interval * 1000 } });
        return false;
      }
      draft.outcome = "refused";
      walk.run = { ...walk.run, phase: "refused", refusal: { error, ...(description ? { description } : {}) } };
      return false;
    }
  });
}
