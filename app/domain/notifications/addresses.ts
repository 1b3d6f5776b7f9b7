import { analyticsEvent } from "./analytics-event";
import type { Channel } from "./channel";
import type { ConsentChanged } from "./consent-changed";
import { noticeOf, signatureNoticeOf } from "./notice";
import { type Issuing, securityEvent } from "./security-event";
import { type Subscription, tppEventsOf } from "./tpp-events";

/** Who can be told at all, beside the TPP that subscribed and the customer in the app. */
export interface Reach extends Pick<Issuing, "issuer" | "resourceBaseUrl"> {
  readonly mail: boolean;
  readonly analytics: boolean;
}

/** One delivery to be: what goes to whom. */
export interface Addressed {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The token's type, for what is signed before it is sent. */
  readonly signedAs?: string;
}

/** Who hears of a change. `jti` of what a TPP gets is the delivery's id, so that acknowledging one means the other. */
export function addressesOf(
  change: ConsentChanged,
  subscription: Subscription | undefined,
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
  const notice = noticeOf(change);
  if (notice && change.customer) {
    const content = { ...notice };
    addressed.push({ id: newId(), channel: "in-app", recipient: change.customer, content });
    if (reach.mail) addressed.push({ id: newId(), channel: "e-mail", recipient: change.customer, content });
  }
  for (const signer of change.signers ?? []) {
    const content = { ...signatureNoticeOf(change) };
    addressed.push({ id: newId(), channel: "in-app", recipient: signer, content });
    if (reach.mail) addressed.push({ id: newId(), channel: "e-mail", recipient: signer, content });
  }
  if (reach.analytics) {
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
