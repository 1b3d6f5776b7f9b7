import type { JWK } from "jose";
import type { FindAccount } from "oidc-provider";
import type { Database } from "../../database.ts";
import { INTENT_CLAIM } from "./intent-reference.ts";
import { pairwiseSubject } from "./keys.ts";

/** What the library asks about a customer. */
export function createFindAccount(sql: Database, signingKey: JWK): FindAccount {
  return async (ctx, id) => {
    const hint = ctx.oidc?.route === "backchannel_authentication" && ctx.oidc.entities.IdTokenHint;
    const accountId = hint ? await customerBehind(ctx.oidc.client?.clientId ?? "", id) : id;
    return accountId === undefined ? undefined : { accountId, claims: claimsOf(accountId) };
  };

  /** An `id_token_hint` has the `sub` that its client was given, of which we keep no list: a customer of its consents. */
  async function customerBehind(clientId: string, subject: string): Promise<string | undefined> {
    const rows = await sql<{ customer: string }[]>`
      select distinct subject as customer from consent where client_id = ${clientId} and subject is not null`;
    return rows.find(({ customer }) => pairwiseSubject(signingKey, clientId, customer) === subject)?.customer;
  }
}

type Claims = NonNullable<Awaited<ReturnType<FindAccount>>>["claims"];

const claimsOf =
  (accountId: string): Claims =>
  (_use, _scope, claims) => {
    const asked = claims?.[INTENT_CLAIM] as { value?: string } | null | undefined;
    return { sub: accountId, ...(asked?.value && { [INTENT_CLAIM]: asked.value }) };
  };
