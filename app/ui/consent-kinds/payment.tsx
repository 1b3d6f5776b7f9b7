import { CannotList } from "~/ui/cannot-list";
import type { Fact, PaymentView } from "~/ui/consent-page-view";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";

/** The amount first and large, the payee beneath it; read aloud it is one question. */
export function PaymentQuestion({ subject }: { subject: PaymentView }) {
  const { verb, amount, to } = subject.question;
  return (
    <>
      <span className="block text-2xl">{verb} </span>
      <span className={`figures block leading-tight whitespace-nowrap sm:leading-tight ${sizeFor(amount)}`}>
        {amount}{" "}
      </span>
      <span className="block text-2xl">
        <Sentence>{to}</Sentence>
      </span>
    </>
  );
}

/** An amount never breaks over two lines, which would make another amount of it: a long one is set smaller instead. */
function sizeFor(amount: string): string {
  if (amount.length <= 9) return "text-5xl sm:text-6xl";
  return amount.length <= 13 ? "text-4xl sm:text-5xl" : "text-2xl sm:text-4xl";
}

export function PaymentDetails({ subject }: { subject: PaymentView }) {
  return (
    <>
      <Section title={subject.title}>
        <dl className="facts">
          {subject.facts.map((fact) => (
            <FactRow key={`${fact.id} ${fact.label}`} fact={fact} />
          ))}
        </dl>
      </Section>
      <CannotList view={subject.cannot} />
    </>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <div className="margin-note">
      <dt>{fact.label}</dt>
      <dd className={fact.id === "name-check" ? undefined : "figures font-semibold"}>
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
      </dd>
    </div>
  );
}
