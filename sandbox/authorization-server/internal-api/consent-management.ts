import type { Context } from "hono";
import type { Consent } from "../consents/consent.ts";
import type { InternalApiDeps } from "./internal-api-deps.ts";
import { checked, jsonBody, name } from "./json-body.ts";
import { consentTypes, filterOf, listRequest, listRequestOf, splitList } from "./list-query.ts";
import { outwardConsent } from "./outward-consent.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";

const EVERY_TYPE = ["account_access", "domestic_payment"] as const;

/** What the bank's own systems do with the consents of everyone: look for them, end them, report an order. */
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

  async function revoke(c: Context): Promise<Response> {
    const id = c.req.param("consentId") as string;
    const outcome = await consents.revoke(id);
    if (outcome === "unknown") throw notFound();
    if (outcome === "not_usable") throw new Refusal(422, "the consent is not authorised", "consent_not_usable");
    log.info({ consentId: id, correlationId: (await consents.get(id))?.interactionId }, "consent revoked");
    return c.body(null, 204);
  }

  async function revokeByClient(c: Context): Promise<Response> {
    // Without it this would end the consents of every TPP.
    const clientId = checked(name, c.req.query("client_id"));
    const named = splitList(c.req.query("consent_types") ?? "");
    const removed = await consents.revokeByClient(clientId, named.length > 0 ? consentTypes(named) : EVERY_TYPE);
    log.info({ clientId, removed }, "consents of a client revoked");
    return c.json({ number_of_consents_removed: removed });
  }

  async function consume(c: Context): Promise<Response> {
    const id = c.req.param("consentId") as string;
    const outcome = await consents.consume(id);
    if (outcome === "unknown") throw notFound();
    if (outcome === "not_usable") {
      const spent = (await consents.get(id))?.status === "consumed";
      throw spent
        ? new Refusal(422, "an order was placed under the consent already", "consent_already_consumed")
        : new Refusal(422, "the consent is not authorised for a payment", "consent_not_usable");
    }
    log.info({ consentId: id, correlationId: outcome.interactionId }, "consent consumed");
    return c.json(outwardConsent(outcome));
  }

  return { list, revoke, revokeByClient, consume };
}
