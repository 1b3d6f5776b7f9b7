import { differenceOf } from "~/domain/consent/difference";
import type { Mode } from "~/domain/consent/mode";
import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import type { Words } from "~/i18n/words";
import type { ChangeTag, Fact } from "../facts-view";

/** What a request of this kind is to take the place of; undefined where it takes that of nothing. */
export function earlierOf<Kind extends ConsentKind>(
  kind: Kind,
  mode: Mode | undefined,
): Extract<ConsentSubject, { kind: Kind }> | undefined {
  const earlier = mode?.is === "instead-of" ? mode.subject : undefined;
  return earlier?.kind === kind ? (earlier as Extract<ConsentSubject, { kind: Kind }>) : undefined;
}

export const tagOf = (is: ChangeTag["is"], { inItsPlace: own }: Words, before?: string): ChangeTag => ({
  is,
  label: own.tags[is],
  ...(before !== undefined && { before: own.before(before) }),
});

/** What the bank found of a name, which is nothing that anybody asked for. */
const isAsked = ({ id }: Fact): boolean => id !== "name-check";

/** Facts with what became of each; those that are gone come last. Without a request before nothing became of any. */
export function markFacts(now: readonly Fact[], before: readonly Fact[] | undefined, words: Words): readonly Fact[] {
  if (!before) return now;
  const saidOf = ({ value, values = [] }: Fact) => [value, ...values].join(", ");
  const { added, changed, removed } = differenceOf(
    before.filter(isAsked),
    now.filter(isAsked),
    ({ id, label }) => `${id} ${label}`,
    (one, other) => saidOf(one) === saidOf(other),
  );
  const tags = new Map<Fact, ChangeTag>([
    ...added.map((fact) => [fact, tagOf("new", words)] as const),
    ...changed.map((pair) => [pair.now, tagOf("changed", words, saidOf(pair.before))] as const),
  ]);
  return [
    ...now.map((fact) => {
      const tag = tags.get(fact);
      return tag ? { ...fact, tag } : fact;
    }),
    ...removed.map((fact) => ({ ...fact, tag: tagOf("removed", words) })),
  ];
}
