import { z } from "zod";
import { type AuthorizationServerConnection, AuthorizationServerUnavailable } from "../authorization-server.ts";

const liveConsent = z.object({
  id: z.string().min(1),
  type: z.enum(["account_access", "domestic_payment"]),
  status: z.string(),
  permissions: z.array(z.string()).optional(),
  account_ids: z.array(z.string()),
  expires_at: z.iso.datetime({ offset: true }).optional(),
  transaction_from: z.iso.datetime({ offset: true }).optional(),
  transaction_to: z.iso.datetime({ offset: true }).optional(),
  subject: z.string().min(1),
  api_version: z.enum(["v3.1", "v4.0"]),
  initiation: z.record(z.string(), z.unknown()).optional(),
  risk: z.record(z.string(), z.unknown()).optional(),
});

const introspection = z.discriminatedUnion("active", [
  z.object({ active: z.literal(false) }),
  z.object({
    active: z.literal(true),
    client_id: z.string().min(1),
    scope: z.string().default(""),
    // RFC 8705 section 3.1. A token without it is not sender-constrained, and this bank takes no other.
    cnf: z.object({ "x5t#S256": z.string().optional() }).optional(),
    consent: liveConsent.optional(),
  }),
]);

export type LiveConsent = z.infer<typeof liveConsent>;

/** What the authorization server says of an access token, right now. */
export interface AccessToken {
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
  /** `x5t#S256` of the certificate that it is bound to. */
  readonly boundTo: string | undefined;
  /** Present on a customer's token, absent on a TPP's own (client credentials). */
  readonly consent?: LiveConsent;
}

export type Introspect = (token: string, interactionId: string) => Promise<AccessToken | undefined>;

/**
 * Token introspection (RFC 7662) on every request. No positive answer is kept, so that a consent stops working with
 * the very next request after its end.
 *
 * @returns a function that answers undefined for an inactive token
 * @throws AuthorizationServerUnavailable from that function, also when the answer has another shape than promised
 */
export function createIntrospection(connection: AuthorizationServerConnection, endpoint: string): Introspect {
  return async (token, interactionId) => {
    const { status, body } = await connection.post(
      endpoint,
      { token, token_type_hint: "access_token", client_id: "bank" },
      { "x-fapi-interaction-id": interactionId },
    );
    const read = introspection.safeParse(body);
    if (status !== 200 || !read.success) {
      throw new AuthorizationServerUnavailable(
        `introspection answered status ${status} in another shape than promised`,
      );
    }
    if (!read.data.active) return undefined;
    const { client_id, scope, cnf, consent } = read.data;
    return {
      clientId: client_id,
      scopes: new Set(scope.split(" ")),
      boundTo: cnf?.["x5t#S256"],
      ...(consent && { consent }),
    };
  };
}
