import { z } from "zod";
import { asClientId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { AuthorityClient } from "~/ports/authority-console";
import { standingOf } from "./acp-clients";

/** Whatever a registration holds that we cannot use is left out of it. */
const written = z
  .string()
  .max(2_000)
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? undefined);
const key = z.object({ kid: z.string().max(200), alg: written });

const registration = z.object({
  client_id: z.string().min(1),
  client_name: written,
  system: z.boolean().nullish().catch(undefined),
  client_status: written,
  authorization_server_id: written,
  // RFC 7591, section 2, and RFC 8705, section 2.1.2.
  token_endpoint_auth_method: written,
  tls_client_auth_subject_dn: written,
  scopes: z.array(z.string().max(300)).max(100).nullish().catch(undefined),
  jwks: z
    .object({ keys: z.array(key.nullable().catch(null)).max(20) })
    .nullish()
    .catch(undefined),
});

export const registrationsSchema = z.object({ clients: z.array(registration.nullable().catch(null)) });

/** Everybody who is registered, the bank's own too. */
export const registrationsIn = ({ clients }: z.infer<typeof registrationsSchema>): readonly AuthorityClient[] =>
  clients.flatMap((client) => (client === null ? [] : [clientOf(client)]));

function clientOf(client: z.infer<typeof registration>): AuthorityClient {
  const workspace = plainText(client.authorization_server_id);
  const authentication = plainText(client.token_endpoint_auth_method);
  const certificateSubject = plainText(client.tls_client_auth_subject_dn);
  return {
    clientId: asClientId(client.client_id),
    name: plainText(client.client_name),
    isBank: client.system === true,
    ...(workspace && { workspace }),
    ...(client.client_status && { standing: standingOf(client.client_status) }),
    ...(authentication && { authentication }),
    ...(certificateSubject && { certificateSubject }),
    scopes: (client.scopes ?? []).flatMap((scope) => plainText(scope) ?? []),
    keys: (client.jwks?.keys ?? []).flatMap((each) =>
      each === null
        ? []
        : [{ kid: plainText(each.kid) ?? "", ...(each.alg && { algorithm: plainText(each.alg) ?? "" }) }],
    ),
  };
}
