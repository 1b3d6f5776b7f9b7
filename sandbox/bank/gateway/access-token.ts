import { z } from "zod";
import { type AuthorizationServerConnection, NotAsPromised } from "../authorization-server.ts";
import { PAYMENT_KINDS } from "../payments/payment-kinds.ts";

const liveConsent = z.object({
  id: z.string().min(1),
  type: z.enum(["account_access", "funds_confirmation", ...PAYMENT_KINDS]),
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
  /** When the customer first authorised it. */
  authorised_at: z.iso.datetime({ offset: true }).optional(),
  /** When the customer last authorised it. */
  last_authorised_at: z.iso.datetime({ offset: true }).optional(),
  read_refund_account: z.enum(["Yes", "No"]).optional(),
  /** VRP: `ControlParameters`. */
  control_parameters: z.record(z.string(), z.unknown()).optional(),
  /** International payments: what the consent was answered with. */
  exchange_rate: z
    .object({
      UnitCurrency: z.string(),
      ExchangeRate: z.number().positive(),
      RateType: z.enum(["Actual", "Agreed", "Indicative"]),
      ContractIdentification: z.string().optional(),
      ExpirationDateTime: z.string().optional(),
    })
    .optional(),
  charges: z
    .array(
      z.object({
        ChargeBearer: z.string(),
        Type: z.string(),
        Amount: z.object({ Amount: z.string(), Currency: z.string() }),
      }),
    )
    .optional(),
  /** File payments: every row of the file, in its order. */
  file_rows: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Funds confirmation: the account that the TPP named. */
  debtor_account: z.object({ SchemeName: z.string(), Identification: z.string() }).optional(),
});

const introspection = z.discriminatedUnion("active", [
  z.object({ active: z.literal(false) }),
  z.object({
    active: z.literal(true),
    client_id: z.string().min(1),
    scope: z.string().default(""),
    exp: z.number().optional(),
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
  /** In seconds since 1970. */
  readonly expiresAt?: number;
  /** Present on a customer's token, absent on a TPP's own (client credentials). */
  readonly consent?: LiveConsent;
  /** The bank has suspended its TPP: it is alive, and opens nothing for now. */
  readonly suspended?: true;
}

export type Introspect = (token: string, interactionId: string) => Promise<AccessToken | undefined>;

/**
 * Token introspection (RFC 7662) on every request, so that a consent stops working with the very next request after its
 * end.
 *
 * @returns a function that answers undefined for an inactive token
 * @throws AuthorizationServerUnavailable from that function; NotAsPromised when the answer has another shape
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
      throw new NotAsPromised(`introspection answered status ${status} in another shape than promised`);
    }
    if (!read.data.active) return undefined;
    const { client_id, scope, exp, cnf, consent } = read.data;
    return {
      clientId: client_id,
      scopes: new Set(scope.split(" ")),
      boundTo: cnf?.["x5t#S256"],
      ...(exp !== undefined && { expiresAt: exp }),
      ...(consent && { consent }),
    };
  };
}
