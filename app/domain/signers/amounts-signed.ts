import type { ConsentKind, ConsentSubject } from "../consent-kinds/index";
import { regularAmount } from "../consent-kinds/standing-order-terms";
import type { Money } from "../shared/money";

/**
 * The amounts that a yes lets leave the account, each by itself: what a mandate's bands are held against. Undefined where
 * no money leaves, and one holder's yes is enough.
 */
export const amountsSigned = (subject: ConsentSubject): readonly Money[] | undefined =>
  AMOUNTS[subject.kind](subject as never);

const AMOUNTS: {
  readonly [Kind in ConsentKind]: (subject: Extract<ConsentSubject, { kind: Kind }>) => readonly Money[] | undefined;
} = {
  "account-access": () => undefined,
  "funds-confirmation": () => undefined,
  "domestic-payment": ({ amount }) => [amount],
  "domestic-scheduled-payment": ({ amount }) => [amount],
  "international-payment": ({ amount }) => [amount],
  "international-scheduled-payment": ({ amount }) => [amount],
  "domestic-standing-order": (order) => eachOf(order),
  "international-standing-order": (order) => eachOf(order),
  "domestic-vrp": ({ mostEachTime }) => [mostEachTime],
  "file-payment": ({ content }) => content.totals,
};

const eachOf = (order: Parameters<typeof regularAmount>[0]) => [
  order.first.amount,
  regularAmount(order),
  ...(order.final?.amount ? [order.final.amount] : []),
];
