import type { Context } from "hono";
import { z } from "zod";
import type { Change } from "../consents/change.ts";
import type { Consent } from "../consents/consent.ts";
import { CONSENT_TYPES } from "../consents/consent-kinds.ts";
import type { Paused } from "../consents/suspension.ts";
import { interactionIdGiven } from "./interaction.ts";
import type { InternalApiDeps } from "./internal-api-deps.ts";
import { checked, jsonBody, name } from "./json-body.ts";
import { consentTypes, filterOf, listRequest, listRequestOf, splitList } from "./list-query.ts";
import { outwardConsent } from "./outward-consent.ts";
import { consentNotFound, invalid, Refusal } from "./refusal.ts";

/** The members are those that ACP has for the same in its FDX dialect. */
const changeRequest = z.object({
  initiator: z.enum(["customer", "bank"]).nullish(),
  reason: z
    .string()
    .regex(/^[^\0]{0,300}$/)
    .nullish(),
});

const revocationRequest = changeRequest.extend({ superseded_by: name.nullish() });
const removalRequest = changeRequest.extend({ account_id: name });

/** What the bank's own systems do with the consents of everyone: look for them, pause and end them, report an order. */
export function consentManagement({ consents, clients, log }: InternalApiDeps) {
  const withClient = (consent: Consent) => {
    const client = clients.find(({ id }) => id === consent.clientId);
    return {
      Client: { id: consent.clientId, name: client?.name, client_uri: client?.uri },
      ...outwardConsent(consent),
    };
  };

  async function list(c: Context): Promise<Response> {
    const request =
      c.req.method === "POST" ? await jsonBody(c.req, listRequest) : checked(listRequest, listRequestOf(c.req.query()));
    const page = await consents.list(filterOf(request));
    if (!page) throw invalid("the cursor names no consent");
    return c.json({ Consents: page.map(withClient) });
  }

  async function view(c: Context): Promise<Response> {
    const consent = await consents.get(c.req.param("consentId") as string);
    if (!consent) throw consentNotFound();
    return c.json(withClient(consent));
  }

  /** One change of one consent, which may be asked for again. */
  const change =
    <Asked extends z.infer<typeof changeRequest>>(
      done: string,
      schema: z.ZodType<Asked>,
      change: (id: string, by: Change, asked: Asked) => Promise<Paused | "ended">,
    ) =>
    async (c: Context): Promise<Response> => {
      const id = c.req.param("consentId") as string;
      const asked = await jsonBody(c.req, schema);
      const { initiator, reason } = asked;
      const by = {
        by: initiator ?? "bank",
        reason: reason ?? undefined,
        interactionId: interactionIdGiven(c),
      } as const;
      const outcome = await change(id, by, asked);
      if (outcome === "unknown") throw consentNotFound();
      if (outcome === "not_usable") throw new Refusal(422, "the consent is not authorised", "consent_not_usable");
      log.info({ consentId: id, correlationId: (await consents.get(id))?.interactionId }, done);
      return c.body(null, 204);
    };

  async function revokeByClient(c: Context): Promise<Response> {
    // Without it this would end the consents of every TPP.
    const clientId = checked(name, c.req.query("client_id"));
    const named = splitList(c.req.query("consent_types") ?? "");
    const types = named.length > 0 ? consentTypes(named) : CONSENT_TYPES;
    const interactionId = interactionIdGiven(c);
    const removed = await consents.revokeByClient(clientId, types, { by: "bank", interactionId });
    log.info({ clientId, removed }, "consents of a client revoked");
    return c.json({ number_of_consents_removed: removed });
  }

  async function consume(c: Context): Promise<Response> {
    const id = c.req.param("consentId") as string;
    const outcome = await consents.consume(id, interactionIdGiven(c));
    if (outcome === "unknown") throw consentNotFound();
    if (outcome === "not_usable") {
      const spent = (await consents.get(id))?.status === "consumed";
      throw spent
        ? new Refusal(422, "an order was placed under the consent already", "consent_already_consumed")
        : new Refusal(422, "the consent is not authorised for a payment", "consent_not_usable");
    }
    log.info({ consentId: id, correlationId: outcome.interactionId }, "consent consumed");
    return c.json(outwardConsent(outcome));
  }

  return {
    list,
    view,
    revoke: change("consent revoked", revocationRequest, (id, by, { superseded_by }) =>
      consents.revoke(id, { ...by, ...(superseded_by && { successor: superseded_by }) }),
    ),
    suspend: change("consent suspended", changeRequest, consents.suspend),
    resume: change("consent resumed", changeRequest, consents.resume),
    removeAccount: change("account taken out of a consent", removalRequest, (id, by, { account_id }) =>
      consents.removeAccount(id, account_id, by),
    ),
    signaturesComplete: change("signatures complete", changeRequest, (id) => consents.signaturesComplete(id)),
    revokeByClient,
    consume,
  };
}
