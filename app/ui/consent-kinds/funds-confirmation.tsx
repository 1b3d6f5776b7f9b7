import { CannotList } from "~/ui/cannot-list";
import { FactList } from "~/ui/fact-list";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";
import type { FundsConfirmationView } from "./funds-confirmation-view";

export function FundsConfirmationQuestion({ subject }: { subject: FundsConfirmationView }) {
  return <Sentence>{subject.question}</Sentence>;
}

/** What the answer says, who gets it and until when; and what it never tells. */
export function FundsConfirmationDetails({ subject }: { subject: FundsConfirmationView }) {
  return (
    <>
      <Section title={subject.title}>
        <FactList facts={subject.facts} />
      </Section>
      <CannotList view={subject.cannot} />
    </>
  );
}
