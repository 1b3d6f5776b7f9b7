import { ActivityLine } from "./activity-line";
import { ClusterIcon } from "./cluster-icon";
import { DashboardFrame } from "./dashboard-frame";
import { Icon } from "./icon";
import { LabelledFacts } from "./own-consent/labelled-facts";
import type { FilterView, ReadDayView, ReadRowView, ReadsView } from "./reads-view";
import { Section } from "./section";
import { Sentence } from "./sentence";
import "./reads.css";

/** What an app really read: how often lately, when each sort of data last, and then day by day. */
export function ReadsPage({ view }: { view: ReadsView }) {
  const { back, intro, told, isLate, activity, last, unused, filter, daysTitle, days, nothing, pages, save } = view;
  return (
    <DashboardFrame view={view}>
      <p className="mt-4">
        <Sentence>{intro}</Sentence>
      </p>
      <p className={isLate ? "mt-2 border-s-4 border-edge bg-tint px-4 py-3" : "mt-2 text-soft"}>
        <Sentence>{told}</Sentence>
      </p>
      {unused && (
        <div className="mt-4 border-s-4 border-edge bg-tint px-4 py-3">
          <p>
            <Sentence>{unused.text}</Sentence>
          </p>
          <a href={unused.stop.href} className="inline-block min-h-11 py-2 font-semibold underline underline-offset-4">
            {unused.stop.label}
          </a>
        </div>
      )}
      {activity && (
        <div className="reads-weeks">
          <h2>{activity.title}</h2>
          <ActivityLine weeks={activity.weeks} label={activity.label} />
          <p aria-hidden="true">{activity.label}</p>
        </div>
      )}
      {last && last.items.length > 0 && (
        <Section title={last.title}>
          <LabelledFacts items={last.items} />
        </Section>
      )}
      <Section title={daysTitle}>
        {filter && <Filter view={filter} />}
        {nothing && (
          <>
            <p className="font-semibold">{nothing.text}</p>
            {nothing.teach && (
              <p className="mt-2">
                <Sentence>{nothing.teach}</Sentence>
              </p>
            )}
          </>
        )}
        {days.map((day) => (
          <Day key={day.day} view={day} />
        ))}
      </Section>
      <ul className="ways mt-6 print:hidden">
        {[...pages, ...(save ? [save] : []), back].map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </DashboardFrame>
  );
}

/** Ways and no list to choose from: a name of somebody else's making can stand in them by itself. */
function Filter({ view: { label, options } }: { view: FilterView }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="ways">
        {options.map((option) => (
          <li key={option.href}>
            <a href={option.href} aria-current={option.isHere ? "true" : undefined}>
              <Sentence>{option.label}</Sentence>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Day({ view: { title, reads } }: { view: ReadDayView }) {
  return (
    <section className="reads-day">
      <h3>{title}</h3>
      <ul className="rows border-y border-line">
        {reads.map((read) => (
          <Row key={read.id} view={read} />
        ))}
      </ul>
    </section>
  );
}

function Row({ view: { cluster, what, account, times, records, how } }: { view: ReadRowView }) {
  return (
    <li>
      <span className="text-soft">{cluster ? <ClusterIcon cluster={cluster} /> : <Icon of="badge-check" />}</span>
      <p>
        <strong>{what}</strong>
        {account && (
          <span className="text-soft">
            <Sentence>{account}</Sentence>
          </span>
        )}
      </p>
      <p>
        <span>{times}</span>
        {records && <span className="text-soft">{records}</span>}
      </p>
      <p className="text-soft">{how}</p>
    </li>
  );
}
