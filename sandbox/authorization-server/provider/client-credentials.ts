import type { Provider } from "oidc-provider";
import type { ClientToken } from "../access/client-token.ts";

/** Looks up the client-credentials token behind a Bearer header. Undefined when it is unknown or has expired. */
export async function findClientCredentials(provider: Provider, token: string): Promise<ClientToken | undefined> {
  const found = await provider.ClientCredentials.find(token);
  if (!found?.isValid || found.clientId === undefined) return undefined;
  const x5tS256 = found["x5t#S256"];
  return { clientId: found.clientId, scopes: found.scopes, ...(typeof x5tS256 === "string" && { x5tS256 }) };
}
