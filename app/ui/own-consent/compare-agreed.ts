import { differenceOf } from "~/domain/consent/difference";
import type { Words } from "~/i18n/words";
import { tagOf } from "../consent-question/present-changes";
import type { ChangeTag } from "../facts-view";
import type { AgreedView } from "./own-consent-view";

/** One thing that is agreed to: what it is about, and what is said of it. */
export interface Line {
  readonly about: string;
  readonly text: string;
}

/** Everything that is agreed to, line by line, as the page says it. */
export function linesOf(view: AgreedView | undefined): readonly Line[] {
  if (!view) return [];
  if (view.kind === "account-access") {
    return view.clusters.flatMap(({ id, title, history, lines }) => [
      ...lines.map((line) => ({ about: line.id, text: `${title}: ${line.text}` })),
      ...(history === undefined ? [] : [{ about: `${id} history`, text: `${title}: ${history}` }]),
    ]);
  }
  const facts = view.facts.map(({ id, label, value, values = [] }) => ({
    about: `${id} ${label}`,
    text: `${label}: ${[value, ...values].join(", ")}`,
  }));
  const limits = view.kind === "domestic-vrp" ? view.limits.items.map(({ text }) => ({ about: text, text })) : [];
  return [...limits, ...facts];
}

/** What became of each line between two versions (D-06): in words, with a tag, what is gone last. */
export function compareLines(
  before: readonly Line[],
  now: readonly Line[],
  words: Words,
): readonly { readonly text: string; readonly tag: ChangeTag }[] {
  const { added, changed, removed } = differenceOf(
    before,
    now,
    ({ about }) => about,
    (one, other) => one.text === other.text,
  );
  return [
    ...added.map(({ text }) => ({ text, tag: tagOf("new", words) })),
    ...changed.map((pair) => ({ text: pair.now.text, tag: tagOf("changed", words, pair.before.text) })),
    ...removed.map(({ text }) => ({ text, tag: tagOf("removed", words) })),
  ];
}
