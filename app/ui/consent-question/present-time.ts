import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { TimeView } from "../consent-page-view";
import type { ConsentPageInput } from "./present-context";

const HALF_A_DAY = 43_200_000;

/** Until when the page can be answered (P-26). Nothing where the authorization server sets no end, or does not say. */
export function presentTime({ request, now }: ConsentPageInput, words: Words): TimeView | undefined {
  const { answerBy, extensible } = request;
  if (!answerBy) return undefined;
  const { time, moment } = formatsFor(words.locale);
  const end = answerBy.getTime() - now.getTime() < HALF_A_DAY ? time(answerBy) : moment(answerBy);
  const { until, nearlyOver, more } = words.expiry;
  return { until: until(end), nearlyOver: nearlyOver(end), ...(extensible && { more }) };
}

/** Seconds that are left to answer in, by the server's clock (N-14). */
export const secondsLeft = ({ request, now }: Pick<ConsentPageInput, "request" | "now">): number | undefined =>
  request.answerBy && Math.floor((request.answerBy.getTime() - now.getTime()) / 1_000);
