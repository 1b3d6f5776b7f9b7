import { CannotList } from "~/ui/cannot-list";
import { FactList } from "~/ui/fact-list";
import { Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";
import type { FilePaymentView } from "./file-payment-view";

/**
 * What the file comes to, and the first of its payments one by one: two columns, so that they stand on a narrow screen.
 *
 * @param file where all of them can be had.
 */
export function FilePaymentDetails({ subject, file }: { subject: FilePaymentView; file?: string }) {
  const { rows } = subject;
  return (
    <>
      <Section title={subject.title}>
        <FactList facts={subject.facts} />
        <table className="file-rows">
          <caption>{rows.title}</caption>
          <thead>
            <tr>
              <th scope="col">{rows.payee}</th>
              <th scope="col">{rows.amount}</th>
            </tr>
          </thead>
          <tbody>
            {rows.items.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may pay the same twice, and its rows never move.
              <tr key={at}>
                <th scope="row">
                  <Sentence>{row.payee}</Sentence>
                  <span className="small">
                    <span aria-hidden="true">
                      <Sentence>{row.account}</Sentence>
                    </span>
                    <span className="sr-only">
                      <Sentence>{row.spokenAccount}</Sentence>
                    </span>
                  </span>
                  {row.reference && (
                    <span className="small">
                      <Sentence>{row.reference}</Sentence>
                    </span>
                  )}
                </th>
                <td className="figures">{row.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.download && file && (
          <p className="mt-4 print:hidden">
            <a href={file} className="quiet inline-block">
              {rows.download}
            </a>
          </p>
        )}
      </Section>
      <CannotList view={subject.cannot} />
    </>
  );
}
