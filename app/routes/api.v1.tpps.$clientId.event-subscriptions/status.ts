import type { NotSubscribed } from "~/use-cases/subscribe-to-events";

/** What each reason for not taking a subscription answers over HTTP. */
export const STATUS_OF: Readonly<Record<NotSubscribed, number>> = {
  "subscription-exists": 409,
  "subscription-unknown": 404,
  "event-type-unsupported": 400,
  "callback-not-allowed": 400,
};
