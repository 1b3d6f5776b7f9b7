import { BANK, TPPS, type Tpp } from "../../personas.ts";
import type { DeskRecord } from "../events/desk-store.ts";
import type { Notification } from "../events/notification.ts";
import type { StoredNotification } from "../events/notification-store.ts";
import { EventForm } from "./event-form.tsx";
import { renderPage } from "./layout.tsx";
import { NotificationList } from "./notification-list.tsx";
import { StepView } from "./step-view.tsx";
import { SubscriptionCard } from "./subscription-card.tsx";

export interface EventsPageProps {
  readonly tpp: Tpp;
  readonly record: DeskRecord;
  readonly notifications: readonly StoredNotification[];
  readonly runOf: (notification: Notification) => string | undefined;
}

/** What one TPP is told by the bank, how it is told, and what was last said about it. */
export function renderEventsPage({ tpp, record, notifications, runOf }: EventsPageProps): string {
  const waiting = notifications.filter(({ acknowledged }) => !acknowledged).length;
  return renderPage({
    title: `Events for ${tpp.name}`,
    here: "events",
    narrow: true,
    children: (
      <>
        <div className="stack">
          <h1>Events for {tpp.name}</h1>
          <p className="quiet">
            {BANK.name} tells a TPP when access ends or an account leaves, in signed events: brought to it, or fetched
            by it.
          </p>
        </div>
        <nav className="tabs" aria-label="Whose events">
          {Object.values(TPPS).map(({ id, name }) => (
            <a key={id} href={`/events?tpp=${id}`} aria-current={id === tpp.id ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <SubscriptionCard tpp={tpp} subscription={record.subscription} />
        <section className="card" aria-labelledby="received">
          <h2 id="received">Received</h2>
          {notifications.length === 0 && <p className="quiet">Nothing yet.</p>}
          <div className="row">
            <EventForm tpp={tpp} act="poll" label="Poll now" />
            {waiting > 0 && <EventForm tpp={tpp} act="acknowledge" label={`Acknowledge ${waiting}`} />}
          </div>
          {notifications.length > 0 && <NotificationList notifications={notifications} runOf={runOf} />}
        </section>
        {record.steps.length > 0 && (
          <div className="stack">
            <h2>The last visit to the bank</h2>
            {record.steps.map((step, index) => (
              <StepView key={step.at + step.name} step={step} number={index + 1} />
            ))}
          </div>
        )}
      </>
    ),
  });
}
