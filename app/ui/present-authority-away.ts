import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { AuthorityAwayView } from "./authority-away";

/** Whether the authorization server answers us, and up to when what we show was held against it. */
interface LastHeard {
  readonly away: boolean;
  readonly at?: Date;
}

/** Undefined while the authorization server answers: then there is nothing to say. */
export function presentAuthorityAway({ away, at }: LastHeard, words: Words): AuthorityAwayView | undefined {
  if (!away) return undefined;
  const { title, asOf, undated, stillStop } = words.authorityAway;
  return { title, lines: [at ? asOf(formatsFor(words.locale).moment(at)) : undated, stillStop] };
}
