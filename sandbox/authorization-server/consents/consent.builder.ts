import { randomUUID } from "node:crypto";
import type { Database } from "../../database.ts";
import type { NewConsent } from "./consents.ts";
import type { Transaction } from "./transaction.ts";

/** Test builder: an intent of `tpp-beacon` to read balances. */
export const aNewConsent = (over: Partial<NewConsent> = {}): NewConsent => ({
  clientId: "tpp-beacon",
  type: "account_access",
  apiVersion: "v4.0",
  request: { Data: { Permissions: ["ReadAccountsBasic", "ReadBalances"] }, Risk: {} },
  interactionId: randomUUID(),
  ...over,
});

/** Test builder: a live grant with an access token, as the OAuth library would leave them. Answers the grant's id. */
export async function withGrant(sql: Database | Transaction, consentId: string): Promise<string> {
  const grantId = randomUUID();
  await sql`insert into consent_grant (grant_id, consent_id) values (${grantId}, ${consentId})`;
  await sql`insert into artifact (kind, id, payload, grant_id) values
    ('Grant', ${grantId}, '{}', ${grantId}), ('AccessToken', ${randomUUID()}, '{}', ${grantId})`;
  return grantId;
}
