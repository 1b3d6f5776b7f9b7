import { Agent, request } from "undici";
import { tlsIdentity } from "../sandbox/service.ts";
import { topology } from "./world.ts";

/** Ends a consent at the authorization server, as a bank's own branch or call centre would: without the consent app. */
export async function endConsentAtTheBank(consentId: string): Promise<void> {
  const dispatcher = new Agent({ connect: tlsIdentity(topology.pkiFolder, "app") });
  const origin = topology.authorizationServerInternal;
  try {
    const token = await request(`${origin}/default/system/oauth2/token`, {
      method: "POST",
      dispatcher,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: "assent",
        scope: "manage_openbanking_consents",
      }).toString(),
    });
    const { access_token } = (await token.body.json()) as { access_token: string };
    const path = `/default/system/servers/openbanking/open-banking/consents/${consentId}`;
    const answer = await request(`${origin}${path}`, {
      method: "DELETE",
      dispatcher,
      headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
      body: JSON.stringify({ initiator: "customer", reason: "told the bank on the telephone" }),
    });
    if (answer.statusCode !== 204) throw new Error(`ending the consent was answered with ${answer.statusCode}`);
  } finally {
    await dispatcher.close();
  }
}
