import { CannotList } from "~/ui/cannot-list";
import type { PaymentView } from "~/ui/consent-kinds/payment-view";
import { FactList } from "~/ui/fact-list";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";

/** The amount first and large, the payee beneath it; read aloud it is one question. */
export function PaymentQuestion({ subject }: { subject: Pick<PaymentView, "question"> }) {
  const { verb, amount, to } = subject.question;
  return (
    <>
      <span className="block text-2xl">{verb} </span>
      <span className={`figures block leading-tight sm:leading-tight ${sizeFor(amount)}`}>{amount} </span>
      <span className="block text-2xl">
        <Sentence>{to}</Sentence>
      </span>
    </>
  );
}

/** Longer than any amount: several, in words, which break between them. */
const SEVERAL = 20;

/** An amount never breaks over two lines, which would make another amount of it: a long one is set smaller instead. */
function sizeFor(amount: string): string {
  if (amount.length <= 9) return "whitespace-nowrap text-5xl sm:text-6xl";
  if (amount.length <= 13) return "whitespace-nowrap text-4xl sm:text-5xl";
  return `text-2xl sm:text-4xl ${amount.length > SEVERAL ? "" : "whitespace-nowrap"}`;
}

export function PaymentDetails({ subject }: { subject: PaymentView }) {
  return (
    <>
      <Section title={subject.title}>
        <FactList facts={subject.facts} />
      </Section>
      <CannotList view={subject.cannot} />
    </>
  );
}
