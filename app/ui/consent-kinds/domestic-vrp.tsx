import { CannotList } from "~/ui/cannot-list";
import { BeforeChange, TagOf } from "~/ui/change-tag";
import { FactList } from "~/ui/fact-list";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";
import type { DomesticVrpView } from "./domestic-vrp-view";

export function DomesticVrpQuestion({ subject }: { subject: DomesticVrpView }) {
  return <Sentence>{subject.question}</Sentence>;
}

/** Every limit first, since they are what is agreed to; then the payments, and what they cannot be. */
export function DomesticVrpDetails({ subject }: { subject: DomesticVrpView }) {
  return (
    <>
      <Section title={subject.limits.title}>
        <ul className="limits">
          {subject.limits.items.map(({ text, notes, tag }) => (
            <li key={`${tag?.is} ${text}`}>
              <TagOf tag={tag} />
              {tag?.is === "removed" ? (
                <del className="figures">{text}</del>
              ) : (
                <strong className="figures">{text}</strong>
              )}
              <BeforeChange tag={tag} />
              {notes.map((note) => (
                <span key={note} className="small">
                  {note}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={subject.title}>
        <FactList facts={subject.facts} />
      </Section>
      <CannotList view={subject.cannot} />
    </>
  );
}
