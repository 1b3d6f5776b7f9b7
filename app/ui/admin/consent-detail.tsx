import type { ReactNode } from "react";
import { ActivityLine } from "../activity-line";
import { Pages } from "../data-table";
import { Sentence } from "../sentence";
import type { AgreedLinesView, ConsentDetailView, ReadsOfView } from "./consent-detail-view";
import { CasesTable, ChangesTable, DeliveriesTable, ReadsTable, SignersTable, VersionsTable } from "./consent-tables";
import { StaffFacts } from "./staff-facts";
import { Standing } from "./standing";
import "./consent-detail.css";

/** One consent, as the staff see it: how it stands, what can be done, and everything that is on record of it. */
export function ConsentDetail({ view }: { view: ConsentDetailView }) {
  const { status, notices, facts, tpp, accounts, agreed, versions, reads, uses, signers } = view;
  return (
    <div className="consent-detail">
      <p className="stands">
        <Standing view={status} />
      </p>
      {notices.map(({ tone, text }) => (
        <p key={text} className={`notice ${tone}`}>
          {text}
        </p>
      ))}
      <div className="beside">
        <Part id="consent" title="Consent">
          <StaffFacts facts={facts} />
        </Part>
        <Part id="tpp" title="TPP">
          <StaffFacts facts={tpp.facts} />
          <p className="note">{tpp.note}</p>
        </Part>
      </div>
      <div className="beside">
        <Part id="accounts" title="Accounts">
          {accounts.facts.length > 0 ? <StaffFacts facts={accounts.facts} /> : <p>None was chosen.</p>}
          {accounts.note && <p className="note">{accounts.note}</p>}
        </Part>
        <Part id="agreed" title="What was agreed to">
          {agreed ? <Agreed view={agreed} /> : <p>Nobody has told us.</p>}
        </Part>
      </div>
      {signers && (
        <Part id="signers" title="Who has to agree">
          <StaffFacts facts={signers.facts} />
          <SignersTable rows={signers.rows} />
        </Part>
      )}
      {uses.map(({ title, items, note }) => (
        <Part key={title} id="uses" title={title}>
          {items.length > 0 && (
            <ul className="used">
              {items.map(({ when, what, amount, outcome }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two alike are two, and nothing moves.
                <li key={at}>
                  <span>
                    {when} <Sentence>{what}</Sentence>
                  </span>
                  <span>
                    <Sentence>{amount}</Sentence> {outcome}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {note && <p>{note}</p>}
        </Part>
      ))}
      {reads && <Reads view={reads} />}
      <Part id="versions" title="Versions">
        <VersionsTable rows={versions} />
        {view.olderVersions > 0 && <p className="note">{view.olderVersions} older versions are not shown.</p>}
      </Part>
      <Part id="changes" title="Asked for outside the consent page">
        <ChangesTable rows={view.changes} />
      </Part>
      <Part id="deliveries" title="Who was told">
        <DeliveriesTable rows={view.deliveries} />
      </Part>
      <Part id="cases" title="Cases">
        <CasesTable rows={view.cases} />
      </Part>
      <p className="note">Times are UTC. {view.look}</p>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function Agreed({ view: { note, groups } }: { view: AgreedLinesView }) {
  return (
    <>
      <dl className="facts">
        {groups.map(({ title, lines }) => (
          <div key={title} className="contents">
            <dt>
              <Sentence>{title}</Sentence>
            </dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>
                  <Sentence>{line}</Sentence>
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{note}</p>
    </>
  );
}

function Reads({ view: { activity, clusters, told, rows, earlier, newest } }: { view: ReadsOfView }) {
  return (
    <Part id="reads" title="What was read">
      {activity && (
        <p className="activity">
          <ActivityLine {...activity} /> {activity.label}
        </p>
      )}
      {clusters.length > 0 && (
        <>
          <h3>Last read</h3>
          <StaffFacts facts={clusters} />
          <h3>By day</h3>
        </>
      )}
      <ReadsTable rows={rows} />
      <Pages previous={newest} next={earlier} />
      <p className="note">{told}</p>
    </Part>
  );
}
