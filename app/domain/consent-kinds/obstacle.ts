import type { Money } from "../shared/money";
import { canBeAgreedTo } from "./account-access";
import { type Exchange, hasRunOut, isRateFor } from "./conversion";
import { areReadableAbroad, type CrossBorderTerms } from "./cross-border-terms";
import { canBePaid } from "./domestic-payment";
import { isDayToCome } from "./domestic-scheduled-payment";
import { canBeAllowed } from "./domestic-vrp";
import { canBePaidOut } from "./file-payment";
import { canBeAnswered } from "./funds-confirmation";
import type { ConsentKind, ConsentSubject } from "./index";
import { areReadable, type PaymentTerms } from "./payment-terms";
import { canBeKept, type StandingOrderTerms } from "./standing-order-terms";

/**
 * Why nobody can agree to a request as it stands now: not all of it can be shown or meant (C-03, C-05), or its time has
 * passed since it was made.
 */
export type Obstacle = "unreadable" | "day-passed" | "rate-expired";

const standingOrderObstacle = (order: PaymentTerms & StandingOrderTerms, now: Date) =>
  (!(areReadable(order) && canBeKept(order)) && "unreadable") || (!isDayToCome(order.first.on, now) && "day-passed");

const abroadObstacle = (payment: Abroad, now: Date) =>
  (!(canBePaid(payment) && areReadableAbroad(payment)) && "unreadable") ||
  (payment.exchange && !isRateFor(payment.exchange, payment) && "unreadable") ||
  (hasRunOut(payment.exchange, now) && "rate-expired");

type Abroad = PaymentTerms & CrossBorderTerms & { readonly amount: Money; readonly exchange?: Exchange };

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
  "domestic-standing-order": standingOrderObstacle,
  "international-payment": abroadObstacle,
  "international-scheduled-payment": (payment, now) =>
    abroadObstacle(payment, now) || (!isDayToCome(payment.executeOn, now) && "day-passed"),
  "international-standing-order": (order, now) =>
    (!areReadableAbroad(order) && "unreadable") || standingOrderObstacle(order, now),
  "domestic-vrp": (vrp, now) => !canBeAllowed(vrp, now) && "unreadable",
  "file-payment": (file, now) =>
    (!canBePaidOut(file) && "unreadable") || (file.executeOn && !isDayToCome(file.executeOn, now) && "day-passed"),
  "funds-confirmation": (asked, now) => !canBeAnswered(asked, now) && "unreadable",
};

/** What stands in the way of a yes at `now`; undefined where nothing does. */
export const obstacleTo = (subject: ConsentSubject, now: Date): Obstacle | undefined =>
  OBSTACLES[subject.kind](subject as never, now) || undefined;
