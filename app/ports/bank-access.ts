import type { ClientId } from "~/domain/shared/ids";

/** What a system of the bank may do here: read and change what TPPs hear of; read what it must not answer. */
export type BankScope = "tpp_events" | "consent_enforcement";

/** One of the bank's own systems, as the authorization server names it. */
export interface BankSystem {
  readonly id: ClientId;
}

export type NotAdmitted = "invalid-token" | "insufficient-scope";

/** Tells which of the bank's own systems is calling, from the access token that it brings. */
export interface BankAccess {
  /** @throws BankAccessUnavailable when a key is needed to judge the token and cannot be had */
  admit(token: string, scope: BankScope): Promise<BankSystem | NotAdmitted>;
}

/** Nothing is known of the caller: nobody is let in, and the same call may be made again. */
export class BankAccessUnavailable extends Error {
  override readonly name = "BankAccessUnavailable";
}
