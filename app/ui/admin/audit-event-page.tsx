import { paths } from "~/paths";
import type { AuditEventView } from "./audit-view";
import { StaffFacts } from "./staff-facts";
import { Standing } from "./standing";
import "./audit.css";

/** one event of the record. */
export function AuditEventPage({ view }: { view: AuditEventView }) {
  const { facts, detail, personal, links, proof } = view;
  return (
    <>
      <StaffFacts facts={facts} />
      <h2>What it says</h2>
      <pre className="audit-detail">{detail}</pre>
      {personal !== "none" && (
        <>
          <h2>What it says of a person</h2>
          <Personal personal={personal} />
        </>
      )}
      <h2>Its place in the chain</h2>
      <ul className="audit-links">
        {links.map(({ standing, what }) => (
          <li key={what}>
            <Standing view={standing} /> {what}
          </li>
        ))}
      </ul>
      <StaffFacts facts={proof} />
      <p className="acts">
        <a href={paths.adminAudit}>All events</a>
      </p>
    </>
  );
}

function Personal({ personal }: { personal: Exclude<AuditEventView["personal"], "none"> }) {
  if (personal === "not-permitted") return <p>Your role does not let you read this.</p>;
  if (personal === "erased") return <p>The customer was erased. Nobody can read this any more.</p>;
  if (personal !== "closed") {
    return (
      <>
        <p className="notice wait">You opened this. That is on record.</p>
        <pre className="audit-detail">{personal.opened}</pre>
      </>
    );
  }
  return (
    <form method="post">
      <p>It is kept under the customer’s own key. That you read it will be on record.</p>
      <p className="acts">
        <button type="submit" className="act">
          Open it
        </button>
      </p>
    </form>
  );
}
