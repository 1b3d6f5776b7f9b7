import type { Notice } from "~/domain/notifications/notice";
import type { NoticePreferences } from "~/domain/notifications/notice-preferences";
import type { ClientId, ConsentId, CustomerId } from "~/domain/shared/ids";

/**
 * What customers find in their own pages of what happened, and how they want to hear of it.
 *
 * @throws DeskUnavailable from every method
 */
export interface CustomerNotices {
  /** Newest first; from after the one that is named, which is nowhere for anybody but its own customer (keyset). */
  of(customer: CustomerId, page: NoticePage): Promise<readonly KeptNotice[]>;
  /**
   * @param upTo the newest that they have seen: what came since stays unread.
   */
  markRead(customer: CustomerId, upTo: string): Promise<void>;
  preferencesOf(customer: CustomerId): Promise<NoticePreferences>;
  keepPreferences(customer: CustomerId, preferences: NoticePreferences): Promise<void>;
  /** Apps whose access ends by itself and goes on until then, and those that are muted, by name. */
  appsThatEnd(customer: CustomerId): Promise<readonly EndingApp[]>;
}

export interface NoticePage {
  readonly size: number;
  /** The last one of the page before. */
  readonly after?: string;
}

export interface KeptNotice {
  readonly id: string;
  readonly notice: Notice;
  readonly read: boolean;
  /** Where it is the customer's own. */
  readonly consent?: ConsentId;
  /** What they are asked to sign, by its own name. */
  readonly signing?: string;
}

export interface EndingApp {
  readonly clientId: ClientId;
  /** As the TPP calls itself: hostile text. */
  readonly name?: string;
}
