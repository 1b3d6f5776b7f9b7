import type { Listeners } from "~/domain/notifications/addresses";
import type { Channel, SentChannel } from "~/domain/notifications/channel";
import type { ConsentChanged } from "~/domain/notifications/consent-changed";
import type { Delivery } from "./delivery";
import type { Sent } from "./messenger";

/**
 * Changes that somebody is still to hear of, and how far each of them has come. Any number of workers may use it at
 * once, and each may be killed at any moment.
 *
 * @throws DeskUnavailable from every method
 */
export interface Outbox {
  /**
   * Takes changes that nobody was told of yet, oldest first, and keeps a delivery for everyone who is to hear. All of
   * one batch or nothing.
   */
  address(limit: number, addressing: Addressing): Promise<AddressedBatch>;
  /**
   * Takes deliveries that are due and keeps them from other workers for half a minute. Never one while something older
   * about the same consent waits for the same recipient.
   */
  claim(channel: SentChannel, limit: number): Promise<readonly Delivery[]>;
  /** Keeps what became of attempts. Whatever was ended meanwhile by other means stays as it is. */
  record(attempts: readonly Attempt[]): Promise<void>;
  /** Ends what has waited too long: for an endpoint that is down, or for a TPP that does not fetch it. Says how many. */
  giveUp(limit: number): Promise<number>;
  /** Age in seconds of the oldest delivery that this channel is to send. */
  lagSeconds(channel: SentChannel): Promise<number>;
}

/** Says who hears of a change. `at` is the database's time. */
export type Addressing = (change: ConsentChanged, listeners: Listeners, at: Date) => Promise<readonly NewDelivery[]>;

export interface NewDelivery {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  /** What is sent, the same on every attempt. */
  readonly body: string;
  /** Where its recipient wants it later than now. */
  readonly notBefore?: Date;
}

export interface AddressedBatch {
  readonly changes: number;
  readonly deliveries: number;
  /** Age in seconds of the oldest change in it; 0 without any. */
  readonly oldestSeconds: number;
}

export interface Attempt {
  readonly delivery: Delivery;
  readonly sent: Sent;
  readonly tookMs: number;
}
