import type { SentChannel } from "~/domain/notifications/channel";
import type { ClientId, ConsentId } from "~/domain/shared/ids";

/** One delivery, for one attempt. */
export interface Delivery {
  readonly id: string;
  readonly channel: SentChannel;
  readonly recipient: string;
  readonly endpoint: string;
  /** A TPP's own address. */
  readonly url?: string;
  readonly clientId: ClientId;
  readonly consentId: ConsentId;
  readonly correlationId: string;
  readonly body: string;
  /** How often it was sent, this time included. */
  readonly attempts: number;
  /** Marks this claim among all claims of the delivery. */
  readonly claim: string;
}
