import { TWELVE_PERMISSIONS } from "../app/domain/permissions/builders.ts";
import { ACCOUNTS, CUSTOMERS, TPPS } from "../sandbox/personas.ts";

/**
 * What the stub authorization server and the stub bank say: one request for account access with twelve permissions,
 * waiting for a customer who has five accounts. The shapes are those that the app reads from the real ones.
 */

export const LOGIN = { id: "login-4711", state: "one-time-proof", token: "stub-access-token" } as const;

const DAY = 24 * 60 * 60 * 1000;
const customer = CUSTOMERS.arun;
const tpp = TPPS.beacon;
const KINDS = { CurrentAccount: "current", Savings: "savings", CreditCard: "credit_card" } as const;

/** @param now fixed once, so that every answer of a run is the same. */
export function consentView(now: number) {
  const created = new Date(now - 60_000).toISOString();
  return {
    consent_id: "consent-4711",
    type: "account_access",
    status: "AwaitingAuthorisation",
    created_at: created,
    client_id: tpp.id,
    client_info: {
      client_name: tpp.name,
      client_uri: tpp.website,
      description: tpp.purpose,
      organisation_id: tpp.organisationId,
    },
    tenant_id: "default",
    server_id: "openbanking",
    subject: customer.id,
    account_ids: [],
    requested_scopes: [{ requested_name: "openid" }, { requested_name: "accounts" }],
    expires_at: new Date(now + DAY).toISOString(),
    account_access_consent: {
      ConsentId: "consent-4711",
      CreationDateTime: created,
      Status: "AwaitingAuthorisation",
      StatusUpdateDateTime: created,
      Permissions: TWELVE_PERMISSIONS,
      ExpirationDateTime: new Date(now + 180 * DAY).toISOString(),
      TransactionFromDateTime: new Date(now - 365 * DAY).toISOString(),
    },
  };
}

export const accountList = () => ({
  accounts: ACCOUNTS.filter(({ owners }) => owners.includes(customer.id)).map((account) => ({
    id: account.id,
    nickname: account.nickname,
    kind: KINDS[account.kind],
    currency: account.currency,
    scheme: account.kind === "CreditCard" ? "card" : "sort_code_account_number",
    number: account.number,
    holders: [{ customer_id: customer.id, name: customer.name }],
    status: "open",
    can_share: true,
    can_pay: account.kind === "CurrentAccount",
    balance: { amount: "1234.56", currency: account.currency, overdrawn: false },
  })),
});

export type ConsentViewAnswer = ReturnType<typeof consentView>;
export type AccountListAnswer = ReturnType<typeof accountList>;

export const PATHS = {
  token: "/default/system/oauth2/token",
  view: `/default/system/open-banking/account-access-consent/${LOGIN.id}?login_state=${LOGIN.state}`,
  accounts: `/customers/${customer.id}/accounts`,
} as const;
