import { canBeAgreedTo } from "./account-access";
import { canBePaid } from "./domestic-payment";
import { isDayToCome } from "./domestic-scheduled-payment";
import type { ConsentKind, ConsentSubject } from "./index";

/**
 * Why nobody can agree to a request as it stands now: not all of it can be shown or meant (C-03, C-05), or its time has
 * passed since it was made.
 */
export type Obstacle = "unreadable" | "day-passed";

const OBSTACLES: {
  readonly [Kind in ConsentKind]: (
    subject: Extract<ConsentSubject, { kind: Kind }>,
    now: Date,
  ) => Obstacle | false | undefined;
} = {
  "account-access": (access, now) => !canBeAgreedTo(access, now) && "unreadable",
  "domestic-payment": (payment) => !canBePaid(payment) && "unreadable",
  "domestic-scheduled-payment": (payment, now) =>
    (!canBePaid(payment) && "unreadable") || (!isDayToCome(payment.executeOn, now) && "day-passed"),
};

/** What stands in the way of a yes at `now`; undefined where nothing does. */
export const obstacleTo = (subject: ConsentSubject, now: Date): Obstacle | undefined =>
  OBSTACLES[subject.kind](subject as never, now) || undefined;
