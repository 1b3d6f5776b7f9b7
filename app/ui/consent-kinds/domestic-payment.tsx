import { CannotList } from "~/ui/cannot-list";
import type { DomesticPaymentView, Fact } from "~/ui/consent-page-view";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";

/** The amount first and large, the payee beneath it; read aloud it is one question. */
export function DomesticPaymentQuestion({ subject }: { subject: DomesticPaymentView }) {
  const { verb, amount, to } = subject.question;
  return (
    <>
      <span className="block text-2xl">{verb} </span>
      <span className="block text-6xl leading-tight tabular-nums">{amount} </span>
      <span className="block text-2xl">
        <Sentence>{to}</Sentence>
      </span>
    </>
  );
}

export function DomesticPaymentDetails({ subject }: { subject: DomesticPaymentView }) {
  return (
    <>
      <Section title={subject.title}>
        <dl className="divide-y divide-line border-y border-line">
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
    <div data-fact={fact.id} className="flex flex-wrap justify-between gap-x-6 py-3 print:py-1">
      <dt className="text-soft">{fact.label}</dt>
      <dd className="min-w-0 font-semibold tabular-nums">
        {fact.spoken ? (
          <>
            <span aria-hidden="true">
              <Sentence>{fact.value}</Sentence>
            </span>
            <span className="sr-only">{fact.spoken}</span>
          </>
        ) : (
          <Sentence>{fact.value}</Sentence>
        )}
      </dd>
    </div>
  );
}
