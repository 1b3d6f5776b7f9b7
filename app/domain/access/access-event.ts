import type { AccountId, ClientId, ConsentId } from "../shared/ids";
import type { ReadResource } from "./read-resource";

/** One answer that a gateway of the bank gave to an app. What it refused is none. */
export interface AccessEvent {
  /** The gateway's, UUIDv7. */
  readonly id: string;
  readonly at: Date;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly resource: ReadResource;
  /** The customer was using the app at that moment; else it read by itself. */
  readonly present: boolean;
  readonly interactionId?: string;
  /** Whose records they were; none for what belongs to the customer and to no account. */
  readonly accounts: readonly AccountRead[];
}

export interface AccountRead {
  readonly account: AccountId;
  /** Of an answer about funds: 1 for yes and 0 for no. */
  readonly records: number;
}

/** Milliseconds that an id may be from the time that it is of: what is kept is listed and swept by it. */
const APART = 86_400_000;

/** Whether this is a UUIDv7, which begins with when it was made (RFC 9562, section 5.7), of about that time. */
export function isIdOf(id: string, at: Date): boolean {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return false;
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Math.abs(made - at.getTime()) <= APART;
}
