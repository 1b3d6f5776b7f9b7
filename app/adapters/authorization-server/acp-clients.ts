import { z } from "zod";
import { asClientId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { AppRole, RegisteredApp } from "~/domain/tpp/app-facts";

/** Whatever a registration holds that we cannot use is left out of it: one firm's fault is not the others'. */
const written = z
  .string()
  .max(2_000)
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? undefined);
const several = z.array(z.string().max(300)).max(20).nullish().catch(undefined);

const registration = z.object({
  client_id: z.string().min(1),
  system: z.boolean().nullish(),
  client_status: written,
  client_name: written,
  client_uri: written,
  organisation_id: written,
  policy_uri: written,
  tos_uri: written,
  // Of its software statement; the bundled server tells them, others may.
  software_client_name: written,
  org_name: written,
  org_status: written,
  software_roles: several,
  contacts: several,
});

/** An entry of which not even the client can be told is nobody's. */
export const clientsSchema = z.object({ clients: z.array(registration.nullable().catch(null)) });

const ROLES: Readonly<Record<string, AppRole>> = {
  AISP: "account-information",
  PISP: "payment-initiation",
  CBPII: "funds-confirmation",
};

/** The TPPs among the clients; the bank's own are nobody that a customer shares with. */
export function appsAmong({ clients }: z.infer<typeof clientsSchema>): readonly RegisteredApp[] {
  return clients.flatMap((client) => (client === null || client.system === true ? [] : [appOf(client)]));
}

function appOf(client: z.infer<typeof registration>): RegisteredApp {
  const standing = standingIn([client.client_status, client.org_status]);
  return {
    clientId: asClientId(client.client_id),
    name: plainText(client.software_client_name) ?? plainText(client.client_name),
    ...(client.org_name && { legalName: client.org_name }),
    ...(standing && { standing }),
    ...(client.organisation_id && { organisationId: client.organisation_id }),
    ...(client.client_uri && { website: client.client_uri }),
    ...(client.policy_uri && { policy: client.policy_uri }),
    ...(client.tos_uri && { terms: client.tos_uri }),
    roles: [...new Set((client.software_roles ?? []).flatMap((role) => ROLES[role.toUpperCase()] ?? []))],
    contacts: client.contacts ?? [],
  };
}

/** Active where all say so that say anything. */
function standingIn(said: readonly (string | undefined)[]): RegisteredApp["standing"] {
  const told = said.flatMap((status) => (status === undefined ? [] : standingOf(status)));
  if (told.length === 0) return undefined;
  return told.includes("barred") ? "barred" : "active";
}

/** Whatever else a directory says of a firm, suspended or withdrawn or a word of tomorrow, it is not active. */
export const standingOf = (status: string) => (status.trim().toLowerCase() === "active" ? "active" : "barred");
