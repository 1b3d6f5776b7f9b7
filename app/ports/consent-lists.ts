import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { AccountId, ClientId, CustomerId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { RegisteredConsent } from "./consent-register";

/**
 * A customer's consents as lists. Every look is one statement that reads this customer's rows alone, whatever else the
 * table holds.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentLists {
  /** What goes on, app by app, the app with the newest change first. */
  byApp(customer: CustomerId, asked: AppsAsked): Promise<AppsPage>;
  /** The newest change first. */
  inOrder(customer: CustomerId, asked: RowsAsked): Promise<RowsPage>;
  /** What goes on with each account, in the order of `accounts`; an account without any is left out. */
  byAccount(customer: CustomerId, asked: AccountsAsked): Promise<readonly AccountGroup[]>;
  countsOf(customer: CustomerId): Promise<ShelfCounts>;
}

/** What goes on: data that is shared, payments that are taken, answers that are given. */
export type GoingOn = "account-access" | "domestic-vrp" | "funds-confirmation";

export interface Narrowing {
  /** Part of an app's name. */
  readonly text?: string;
  /** Accounts whose own name has that text, which do as well. */
  readonly named?: readonly AccountId[];
  readonly kind?: ConsentKind;
  readonly status?: "active" | "paused";
  readonly client?: ClientId;
  readonly account?: AccountId;
}

export interface AppsAsked extends Narrowing {
  readonly shelf: GoingOn;
  /** Apps at most. */
  readonly size: number;
  /** Consents of each at most. */
  readonly each: number;
  readonly from?: Position;
}

export interface AppsPage {
  readonly groups: readonly AppGroup[];
  readonly newer?: Position;
  readonly older?: Position;
}

export interface AppGroup {
  readonly clientId: ClientId;
  /** How many there are, also those that are not among `consents`. */
  readonly total: number;
  /** The newest change first; never empty. */
  readonly consents: readonly RegisteredConsent[];
}

export interface RowsAsked extends Narrowing {
  readonly list:
    | GoingOn
    /** All three of them. */
    | "going-on"
    /** It is paused, or it ends within 30 days. */
    | "action"
    /** Its customer has agreed to it, and others have yet to. */
    | "others"
    /** Of one use each, in every state. */
    | "payments"
    /** What went on, and ended in the last 24 months. */
    | "ended";
  readonly size: number;
  readonly from?: Position;
}

export interface RowsPage {
  readonly consents: readonly RegisteredConsent[];
  readonly newer?: Position;
  readonly older?: Position;
}

export interface AccountsAsked {
  readonly accounts: readonly AccountId[];
  /** Consents of each at most. */
  readonly each: number;
  /** Of accounts that are none of these too, all in one group at the end. */
  readonly othersThan?: readonly AccountId[];
}

export interface AccountGroup {
  /** Absent for the group of all others. */
  readonly account?: AccountId;
  readonly total: number;
  readonly consents: readonly RegisteredConsent[];
}

export interface ShelfCounts extends Readonly<Record<GoingOn, number>> {
  readonly action: number;
}
