import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { LastHeard } from "~/ports/authority-contact";
import type { AuthorityAwayView } from "./authority-away";

/** Undefined while the authorization server answers: then there is nothing to say. */
export function presentAuthorityAway({ away, at }: LastHeard, words: Words): AuthorityAwayView | undefined {
  if (!away) return undefined;
  const { title, asOf, undated, stillStop } = words.authorityAway;
  return { title, lines: [at ? asOf(formatsFor(words.locale).moment(at)) : undated, stillStop] };
}
