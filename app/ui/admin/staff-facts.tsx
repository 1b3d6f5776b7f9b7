import { Sentence } from "../sentence";
import type { FactView } from "./consent-detail-view";

/** Facts label by label, with the ids that are looked for elsewhere. */
export function StaffFacts({ facts }: { facts: readonly FactView[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, code, href }) => (
        <div key={`${label} ${code ?? value}`} className="contents">
          <dt>
            <Sentence>{label}</Sentence>
          </dt>
          <dd>
            <Sentence>{value}</Sentence>{" "}
            {code && (href ? <a href={href}>{<code>{code}</code>}</a> : <code>{code}</code>)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
