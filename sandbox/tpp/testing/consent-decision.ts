import { Agent, fetch } from "undici";
import { tlsIdentity } from "../../service.ts";
import type { Topology } from "../../topology.ts";
import { KINDS } from "../order/kinds/index.ts";
import type { Order } from "../order/order.ts";

export type Decision = { readonly allow: readonly string[] } | { readonly refuse: string };

/**
 * Decides in the consent app's place, over the authorization server's internal API.
 *
 * @param page the address of the consent page, with the hand-off in it.
 * @returns where the browser goes next.
 */
export async function decide(topology: Topology, page: URL, decision: Decision): Promise<URL> {
  const origin = topology.authorizationServerInternal;
  const dispatcher = new Agent({ connect: tlsIdentity(topology.pkiFolder, "app") });
  try {
    const granted = await fetch(`${origin}/default/system/oauth2/token`, {
      method: "POST",
      dispatcher,
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: "assent",
        scope: "manage_openbanking_consents",
      }),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const type = page.searchParams.get("consent_type") ?? "";
    const path = `${type.replaceAll("_", "-")}-consent`;
    const login = `${origin}/default/system/open-banking/${path}/${page.searchParams.get("login_id")}`;
    const scope = KINDS[type as Order["kind"]].scope;
    const login_state = page.searchParams.get("login_state");
    const answered = await fetch(`${login}/${"allow" in decision ? "accept" : "reject"}`, {
      method: "POST",
      dispatcher,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(
        "allow" in decision
          ? { login_state, account_ids: decision.allow, granted_scopes: ["openid", scope] }
          : { login_state, error: decision.refuse, error_description: "decided by the test" },
      ),
    });
    if (answered.status !== 200) throw new Error(`the decision was answered with ${answered.status}`);
    return new URL(((await answered.json()) as { redirect_to: string }).redirect_to);
  } finally {
    await dispatcher.close();
  }
}
