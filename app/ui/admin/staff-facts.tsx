import { Sentence } from "../sentence";
import type { FactView } from "./fact-view";

/** Facts label by label, with the ids that are looked for elsewhere. */
export function StaffFacts({ facts }: { facts: readonly FactView[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={`${fact.label} ${fact.code ?? fact.value}`} className="contents">
          <dt>
            <Sentence>{fact.label}</Sentence>
          </dt>
          <dd>
            <Value {...fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, is, code, href }: FactView) {
  const said = is === "code" ? <code>{value}</code> : is === "text" ? <bdi>{value}</bdi> : <Sentence>{value}</Sentence>;
  if (code === undefined) return href === undefined ? said : <a href={href}>{said}</a>;
  const id = <code>{code}</code>;
  return (
    <>
      {said} {href === undefined ? id : <a href={href}>{id}</a>}
    </>
  );
}
