import { BeforeChange, TagOf } from "./change-tag";
import type { Fact } from "./facts-view";
import { Sentence } from "./sentence";

/** What is said in a sentence, and is read as one. */
const SENTENCES: ReadonlySet<Fact["id"]> = new Set(["name-check", "check", "past-answers", "rate-holds"]);

/** What is agreed to, label by label. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <FactRow key={`${fact.id} ${fact.label} ${fact.value} ${fact.tag?.is}`} fact={fact} />
      ))}
    </dl>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <div className="margin-note">
      <dt>{fact.label}</dt>
      <dd className={SENTENCES.has(fact.id) ? undefined : "figures font-semibold"}>
        <TagOf tag={fact.tag} />
        {fact.spoken === undefined ? (
          <Sentence>{fact.value}</Sentence>
        ) : (
          <>
            <span aria-hidden="true">
              <Sentence>{fact.value}</Sentence>
            </span>
            <span className="sr-only">{fact.spoken}</span>
          </>
        )}
        {fact.values?.map((value) => (
          <span key={value} className="block">
            <Sentence>{value}</Sentence>
          </span>
        ))}
        <BeforeChange tag={fact.tag} />
      </dd>
    </div>
  );
}
