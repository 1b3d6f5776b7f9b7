import { CUSTOMERS } from "../../personas.ts";
import type { BankWorld, Caller } from "./bank-world.ts";

export const ALL_PERMISSIONS = [
  "ReadAccountsBasic",
  "ReadAccountsDetail",
  "ReadBalances",
  "ReadPAN",
  "ReadTransactionsBasic",
  "ReadTransactionsDetail",
  "ReadTransactionsCredits",
  "ReadTransactionsDebits",
];

let issued = 0;

/** Issues a customer's token at the stand-in: Arun's, for two of his accounts, with every permission, as overridden. */
export function issueToken(
  world: BankWorld,
  consent: Record<string, unknown> = {},
  token: { scope?: string; boundTo?: Caller | "nothing" } = {},
): string {
  return issue(world, token, {
    id: "aac-1",
    type: "account_access",
    status: "authorised",
    permissions: ALL_PERMISSIONS,
    account_ids: ["acc-arun-main", "acc-arun-card"],
    subject: CUSTOMERS.arun.id,
    api_version: "v3.1",
    ...consent,
  });
}

/** A TPP's own token (client credentials): no consent, no customer. */
export const issueClientToken = (
  world: BankWorld,
  token: { scope?: string; boundTo?: Caller; clientId?: string } = {},
) => issue(world, token, undefined);

function issue(
  world: BankWorld,
  {
    scope = "openid accounts payments",
    boundTo = "tpp-beacon",
    clientId,
  }: { scope?: string; boundTo?: Caller | "nothing"; clientId?: string },
  consent: Record<string, unknown> | undefined,
): string {
  issued += 1;
  const token = `token-${issued}`;
  world.authorizationServer.tokens.set(token, {
    active: true,
    client_id: clientId ?? (boundTo === "nothing" ? "tpp-beacon" : boundTo),
    scope,
    token_type: "Bearer",
    ...(boundTo !== "nothing" && { cnf: { "x5t#S256": world.thumbprint(boundTo) } }),
    ...(consent && { sub: consent.subject, consent_id: consent.id, consent }),
  });
  return token;
}
