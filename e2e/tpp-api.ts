import { Agent, request } from "undici";
import { TPPS } from "../sandbox/personas.ts";
import { tlsIdentity } from "../sandbox/service.ts";
import type { TppName } from "./pages/tpp.ts";
import { topology } from "./world.ts";

/** What a TPP does behind the customer's back: deletes its own consent. For the TPP whose certificate says who it is. */
export async function deleteConsent(tpp: Extract<TppName, "beacon">, consentId: string): Promise<void> {
  const { id } = TPPS[tpp];
  const dispatcher = new Agent({ connect: tlsIdentity(topology.pkiFolder, id) });
  try {
    const token = await request(`${topology.authorizationServerMtls}/oauth2/token`, {
      method: "POST",
      dispatcher,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: id, scope: "accounts" }).toString(),
    });
    const { access_token } = (await token.body.json()) as { access_token: string };
    const path = `/open-banking/v4.0/aisp/account-access-consents/${consentId}`;
    const answer = await request(`${topology.authorizationServerMtls}${path}`, {
      method: "DELETE",
      dispatcher,
      headers: { authorization: `Bearer ${access_token}` },
    });
    if (answer.statusCode !== 204) throw new Error(`deleting the consent was answered with ${answer.statusCode}`);
  } finally {
    await dispatcher.close();
  }
}

/** What a TPP gets at the token endpoint in its own name. */
export async function tokenAnswer(
  tpp: Extract<TppName, "beacon">,
): Promise<{ readonly status: number; readonly error?: string }> {
  const { id } = TPPS[tpp];
  const dispatcher = new Agent({ connect: tlsIdentity(topology.pkiFolder, id) });
  try {
    const answer = await request(`${topology.authorizationServerMtls}/oauth2/token`, {
      method: "POST",
      dispatcher,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: id, scope: "accounts" }).toString(),
    });
    const { error } = (await answer.body.json()) as { error?: string };
    return { status: answer.statusCode, ...(error !== undefined && { error }) };
  } finally {
    await dispatcher.close();
  }
}
