import {
  type AccessToken,
  type Client,
  type ClientCredentials,
  errors,
  type KoaContextWithOIDC,
  type RefreshToken,
} from "oidc-provider";
import type { Database } from "../../database.ts";
import { CONSENT_KINDS, type ConsentScope, type ConsentType } from "../consents/consent-kinds.ts";
import { type ConsentRow, consentColumns } from "../consents/consent-row.ts";
import { isUseDenied } from "../suspensions/suspended-clients.ts";

interface DescribedRow extends ConsentRow {
  /** Every payment of an uploaded file. */
  readonly fileRows: readonly object[] | null;
}

type Next = () => Promise<unknown>;

/** The bank's gateway may look at every token, a client at its own, nobody at anyone else's. */
export const mayIntrospect =
  (resourceServerClient: string) =>
  (_ctx: KoaContextWithOIDC, client: Client, token: AccessToken | ClientCredentials | RefreshToken) =>
    client.clientId === resourceServerClient || client.clientId === token.clientId;

/**
 * Makes the introspection answer follow the consent as it is at this moment: inactive when the consent has ended, and
 * for the bank's gateway with what was consented to. TPPs never see account ids. The token of a suspended consent lives
 * on; the gateway, which is told the status, opens nothing for it.
 */
export function createLiveIntrospection(sql: Database, resourceServerClient: string) {
  return async function followConsent(ctx: KoaContextWithOIDC, next: Next) {
    await next();
    if (ctx.oidc?.route !== "introspection" || (ctx.body as { active?: boolean })?.active !== true) return;
    const { AccessToken, RefreshToken } = ctx.oidc.entities;
    const grantId = (AccessToken ?? RefreshToken)?.grantId;
    // A client-credentials token stands for the TPP itself.
    if (grantId === undefined) return;
    const [row] = await sql<DescribedRow[]>`
      select ${consentColumns(sql)},
        (select payments from consent_file where consent_file.consent_id = consent.id) as "fileRows"
      from consent join consent_grant on consent_grant.consent_id = consent.id
      where grant_id = ${grantId} and ended_at is null and status in ('authorised', 'suspended')
        and (expires_at is null or expires_at > now())`;
    if (!row) {
      ctx.body = { active: false };
      return;
    }
    ctx.state.correlationId = row.interactionId;
    if (ctx.oidc.client?.clientId === resourceServerClient) {
      const suspended = await isUseDenied(sql, row.clientId, CONSENT_KINDS[row.type].scope);
      const consent = { ...describe(row), ...(suspended && { status: "suspended" }) };
      ctx.body = { ...(ctx.body as object), sub: row.subject, consent_id: row.id, consent };
    }
  };
}

/**
 * Puts the consent's id on a token at its birth, which also tells the log which consent the token is for. Nothing else
 * is kept with the token: what was consented to is looked up when it is asked for.
 *
 * Every token is born here, so that none is born while the bank has suspended its client (RFC 6749 section 5.2).
 *
 * @throws UnauthorizedClient
 */
export function createConsentClaim(sql: Database) {
  return async (ctx: KoaContextWithOIDC, token: AccessToken | ClientCredentials) => {
    if (token.kind !== "AccessToken") {
      await requireUse(sql, token.clientId);
      return undefined;
    }
    const [row] = await sql<{ id: string; type: ConsentType; interactionId: string }[]>`
      select consent.id, consent.type, interaction_id as "interactionId"
      from consent join consent_grant on consent_grant.consent_id = consent.id
      where grant_id = ${token.grantId as string}`;
    ctx.state.correlationId = row?.interactionId;
    await requireUse(sql, token.clientId, row && CONSENT_KINDS[row.type].scope);
    return row && { consent_id: row.id };
  };
}

async function requireUse(sql: Database, clientId: string | undefined, scope?: ConsentScope): Promise<void> {
  if (clientId !== undefined && (await isUseDenied(sql, clientId, scope))) {
    throw new errors.UnauthorizedClient("the bank has suspended this client");
  }
}

/** What the gateway needs to know to let through exactly what the customer agreed to. */
function describe(row: DescribedRow) {
  const { id, type, status, apiVersion, subject, accountIds, expiresAt, firstAuthorisedAt, authorisedAt } = row;
  return {
    id,
    type,
    // The gateway opens nothing before everybody has agreed who has to.
    status: row.signaturesOutstanding && status === "authorised" ? "awaiting_authorisation" : status,
    api_version: apiVersion,
    subject,
    account_ids: accountIds,
    expires_at: expiresAt?.toISOString(),
    // Where a VRP names no first day, its periods count from here.
    authorised_at: firstAuthorisedAt?.toISOString(),
    // A payment that claims its customer was asked needs a yes of its own.
    last_authorised_at: authorisedAt?.toISOString(),
    ...SUBSTANCE[type](row),
  };
}

type Substance = (row: DescribedRow) => object;

const order: Substance = ({ request: { Data, Risk }, terms }) => ({
  initiation: Data["Initiation"],
  risk: Risk,
  read_refund_account: Data["ReadRefundAccount"],
  charges: terms?.Charges,
  exchange_rate: terms?.ExchangeRateInformation,
});

const SUBSTANCE: Readonly<Record<ConsentType, Substance>> = {
  account_access: ({ request: { Data } }) => ({
    permissions: Data["Permissions"],
    transaction_from: Data["TransactionFromDateTime"],
    transaction_to: Data["TransactionToDateTime"],
  }),
  domestic_payment: order,
  domestic_scheduled_payment: order,
  domestic_standing_order: order,
  file_payment: (row) => ({ ...order(row), file_rows: row.fileRows }),
  international_payment: order,
  international_scheduled_payment: order,
  international_standing_order: order,
  domestic_vrp: (row) => ({ ...order(row), control_parameters: row.request.Data["ControlParameters"] }),
  funds_confirmation: ({ request: { Data } }) => ({ debtor_account: Data["DebtorAccount"] }),
};
