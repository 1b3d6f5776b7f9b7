import type { CustomerId } from "../shared/ids";
import { analyticsEvent } from "./analytics-event";
import type { Channel } from "./channel";
import type { ConsentChanged } from "./consent-changed";
import { type Notice, noticeOf, signatureNoticeOf } from "./notice";
import { NO_PREFERENCES, type NoticePreferences, noticeWays } from "./notice-preferences";
import { type Issuing, securityEvent } from "./security-event";
import { type Subscription, tppEventsOf } from "./tpp-events";

/** Who can be told at all, beside the TPP that subscribed and the customer in the app. */
export interface Reach extends Pick<Issuing, "issuer" | "resourceBaseUrl"> {
  readonly mail: boolean;
  readonly analytics: boolean;
}

/** Who wants to hear, and how. */
export interface Listeners {
  readonly subscription?: Subscription;
  /** Of customers who have chosen something. */
  readonly preferences: ReadonlyMap<CustomerId, NoticePreferences>;
}

/** One delivery to be: what goes to whom. */
export interface Addressed {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The token's type, for what is signed before it is sent. */
  readonly signedAs?: string;
  /** Where its recipient wants it later than now. */
  readonly notBefore?: Date;
}

const CHANGES_NOTHING: ReadonlySet<ConsentChanged["move"]> = new Set(["remind", "app-held", "app-back"]);

/** Who hears of a change. `jti` of what a TPP gets is the delivery's id, so that acknowledging one means the other. */
export function addressesOf(
  change: ConsentChanged,
  { subscription, preferences }: Listeners,
  reach: Reach,
  at: Date,
  newId: () => string,
): readonly Addressed[] {
  const addressed: Addressed[] = [];
  const events = subscription ? tppEventsOf(change, subscription) : [];
  if (subscription && events.length > 0) {
    const id = newId();
    const content = securityEvent(change, events, subscription, { ...reach, id, at });
    addressed.push({ id, channel: "tpp", recipient: change.clientId, content, signedAs: "secevent+jwt" });
  }
  const tell = (recipient: CustomerId, notice: Notice) => {
    const { inApp, mail } = noticeWays(notice.what, change.clientId, preferences.get(recipient) ?? NO_PREFERENCES, at);
    const content = { ...notice };
    if (inApp) addressed.push({ id: newId(), channel: "in-app", recipient, content });
    if (!reach.mail || !mail) return;
    addressed.push({ id: newId(), channel: "e-mail", recipient, content, ...(mail > at && { notBefore: mail }) });
  };
  const notice = noticeOf(change);
  if (notice && change.customer) tell(change.customer, notice);
  for (const signer of change.signers ?? []) tell(signer, signatureNoticeOf(change));
  // What changes nothing cannot be counted.
  if (reach.analytics && !CHANGES_NOTHING.has(change.move)) {
    const content = analyticsEvent(change);
    addressed.push({
      id: newId(),
      channel: "analytics",
      recipient: "analytics",
      content,
      signedAs: "consent-event+jws",
    });
  }
  return addressed;
}
