import { BANK, TPPS, type Tpp } from "../personas.ts";
import { CERTIFICATE_SUBJECTS, type CertificateHolder, publicSigningKey } from "../pki.ts";
import type { Topology } from "../topology.ts";
import type { IntentClient } from "./intents/exchange.ts";
import type { InternalClient } from "./internal-api/internal-api-deps.ts";
import { type ClientMetadata, profileMetadata } from "./provider/profiles.ts";

/** The OAuth client of the consent app. */
export const APP_CLIENT = "assent";
/** The OAuth client of the bank's gateway: it introspects, and says when an order was placed. */
export const BANK_CLIENT = "bank";

/** Who may use the authorization server: the two TPPs, the bank's gateway and the consent app. */
export async function registeredClients({ pkiFolder, tpp, tppTls }: Topology): Promise<ClientMetadata[]> {
  const tpps = Object.values(TPPS).map(async (persona): Promise<ClientMetadata> => {
    return {
      ...certified(persona.id as CertificateHolder, persona.authentication),
      ...profileMetadata(persona.profile),
      client_id: persona.id,
      client_name: persona.name,
      client_uri: persona.website,
      redirect_uris: [`${tpp}/callback`],
      backchannel_token_delivery_mode: persona.decoupled,
      ...(persona.decoupled === "ping" && {
        backchannel_client_notification_endpoint: `${tppTls}/decoupled-notifications`,
      }),
      scope: "openid",
      api_scope: "accounts payments fundsconfirmations",
      jwks: { keys: [await publicSigningKey(pkiFolder, persona.id)] },
    };
  });
  return [
    ...(await Promise.all(tpps)),
    {
      ...certified("bank"),
      ...MACHINE,
      client_id: BANK_CLIENT,
      client_name: `${BANK.name} gateway`,
      api_scope: "manage_openbanking_consents",
    },
    {
      ...certified("app"),
      ...MACHINE,
      client_id: APP_CLIENT,
      client_name: `${BANK.name} consents`,
      api_scope: "manage_openbanking_consents view_clients",
    },
  ];
}

/** The TPPs that create intents, and how to check what they sign. */
export async function intentClients({ pkiFolder }: Topology): Promise<(clientId: string) => IntentClient | undefined> {
  const entries = Object.values(TPPS).map(async ({ id, organisationId }) => {
    const client: IntentClient = { organisationId, jwk: await publicSigningKey(pkiFolder, id) };
    return [id as string, client] as const;
  });
  const clients = new Map(await Promise.all(entries));
  return (clientId) => clients.get(clientId);
}

/** The same clients as the consent API tells of them. */
export function internalClients(clients: readonly ClientMetadata[]): InternalClient[] {
  return clients.map(({ client_id: id, client_name, api_scope, redirect_uris, ...client }) => {
    const { token_endpoint_auth_method: authentication, certificate_subject, jwks } = client;
    const tpp: Tpp | undefined = Object.values(TPPS).find((persona) => persona.id === id);
    return {
      id,
      name: client_name ?? id,
      system: tpp === undefined,
      scopes: String(api_scope).split(" "),
      redirectUris: redirect_uris ?? [],
      ...(authentication && { authentication }),
      ...(typeof certificate_subject === "string" && { certificateSubject: certificate_subject }),
      ...(jwks && { keys: jwks.keys }),
      ...(tpp && { uri: tpp.website, organisationId: tpp.organisationId, description: tpp.purpose }),
      ...(tpp && {
        legalName: tpp.legalName,
        policyUri: tpp.policy,
        termsUri: tpp.terms,
        contacts: tpp.contacts,
        roles: tpp.roles,
      }),
    };
  });
}

const MACHINE = {
  grant_types: ["client_credentials"],
  response_types: [],
  redirect_uris: [],
  tls_client_certificate_bound_access_tokens: true,
};

function certified(holder: CertificateHolder, authentication: Tpp["authentication"] = "tls_client_auth") {
  const subject = CERTIFICATE_SUBJECTS[holder];
  return {
    token_endpoint_auth_method: authentication,
    certificate_subject: subject,
    ...(authentication === "tls_client_auth" && { tls_client_auth_subject_dn: subject }),
  };
}
