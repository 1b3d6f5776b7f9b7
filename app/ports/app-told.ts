import type { ConsentId, CustomerId } from "~/domain/shared/ids";

/**
 * What an app was told of the changes of a consent (D-23).
 *
 * @throws DeskUnavailable
 */
export interface AppTold {
  /** By the version of the consent that it was told of, newest first; empty where it does not want to be told, and for what is not the customer's. */
  of(consent: ConsentId, customer: CustomerId): Promise<readonly ToldOf[]>;
}

export interface ToldOf {
  readonly version: number;
  /** `told`: the app said that it had it. `waiting`: it is on its way. `not-told`: it did not take it, in time or at all. */
  readonly is: "told" | "waiting" | "not-told";
  /** When it said so, or when it was given up; absent while it waits. */
  readonly at?: Date;
}
