import { isIban } from "../search/account-like";
import { type AccountId, asAccountId, asClientId, asCustomerId, type ClientId, type CustomerId } from "../shared/ids";

/** What many consents have in common that are to be ended at once. There is none for "all of them" (I-03). */
export type RevocationScope =
  | { readonly by: "customer"; readonly customer: CustomerId }
  | { readonly by: "tpp"; readonly client: ClientId }
  | { readonly by: "account"; readonly account: AccountId };

/** As a list keeps it: without the id of a customer who was erased since. */
export type KeptScope = RevocationScope | { readonly by: "customer"; readonly customer: undefined };

export const REVOCATION_SCOPES = ["customer", "tpp", "account"] as const satisfies readonly RevocationScope["by"][];

/** An id of somebody else's making: no blanks, nothing invisible, and not without end. */
const ID = /^[\x21-\x7E]{1,128}$/;

/** Undefined for what names nothing, so that nothing is what it reaches; the number of an account is kept nowhere (decision 51). */
export function parseScope(by: string, of: string): RevocationScope | undefined {
  if (!ID.test(of) || isIban(of)) return undefined;
  switch (by) {
    case "customer":
      return { by, customer: asCustomerId(of) };
    case "tpp":
      return { by, client: asClientId(of) };
    case "account":
      return { by, account: asAccountId(of) };
    default:
      return undefined;
  }
}

/** The id that it is named by. */
export function idOfScope(scope: RevocationScope): string {
  switch (scope.by) {
    case "customer":
      return scope.customer;
    case "tpp":
      return scope.client;
    case "account":
      return scope.account;
  }
}
