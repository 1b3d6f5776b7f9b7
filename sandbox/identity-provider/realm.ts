import type { ClientMetadata } from "oidc-provider";
import type { Topology } from "../topology.ts";
import { relyingParties, staffRelyingParties } from "./relying-parties.ts";

/**
 * Whose sign-in it is. Customers and staff have issuers of their own, on origins of their own: a relying party of the one
 * is unknown to the other, so that nobody's password of the one kind opens what is the other's.
 */
export interface Realm {
  readonly of: "customer" | "staff";
  /** Its OIDC issuer, and where its pages are. */
  readonly issuer: string;
  /** Token endpoint and keys. */
  readonly machines: string;
  readonly clients: readonly ClientMetadata[];
}

export async function realmsOf(topology: Topology): Promise<{ readonly customers: Realm; readonly staff: Realm }> {
  return {
    customers: {
      of: "customer",
      issuer: topology.identityProvider,
      machines: topology.identityProviderTls,
      clients: await relyingParties(topology),
    },
    staff: {
      of: "staff",
      issuer: topology.staffLogin,
      machines: topology.staffLoginTls,
      clients: await staffRelyingParties(topology),
    },
  };
}
