import type { Words } from "~/i18n/words";
import type { Fact } from "./facts-view";

/** What goes at once goes when the last of several has signed, and not when this one has. */
export const onceSigned = (facts: readonly Fact[], words: Words): readonly Fact[] =>
  facts.map((fact) =>
    fact.id === "when" && fact.value === words.domesticPayment.now ? { ...fact, value: words.signers.page.once } : fact,
  );
