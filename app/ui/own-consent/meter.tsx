import { Section } from "../section";
import { Sentence } from "../sentence";
import type { MeterView } from "./own-consent-view";

/** Of each limit what is used and left; the bar says nothing that the words do not. */
export function Meter({ view: { title, limits, unknown } }: { view: MeterView }) {
  return (
    <Section title={title}>
      {unknown && <p>{unknown}</p>}
      <ul className="rows border-y border-line">
        {limits.map(({ text, used, resets, percent }) => (
          <li key={text} className="figures py-4">
            <strong>
              <Sentence>{text}</Sentence>
            </strong>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="my-2 h-3 w-full" aria-hidden="true">
              <rect width="100" height="4" className="fill-(--line)" />
              <rect width={percent} height="4" className="bar fill-(--ink)" />
            </svg>
            <p>
              <Sentence>{used}</Sentence>
            </p>
            <p className="small">
              <Sentence>{resets}</Sentence>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
