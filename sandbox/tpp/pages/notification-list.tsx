import { EVENT_NAMES, type Notification } from "../events/notification.ts";
import type { StoredNotification } from "../events/notification-store.ts";
import { Code } from "./exchange-view.tsx";

interface Props {
  readonly notifications: readonly (Notification | StoredNotification)[];
  /** Runs of this browser by the consent that they are about. */
  readonly runOf?: (notification: Notification) => string | undefined;
}

/** Events of the bank's, with what they say and all that they hold. */
export function NotificationList({ notifications, runOf }: Props) {
  return (
    <ol className="stack" aria-label="Events, newest first">
      {notifications.map((notification) => (
        <li className="side" key={notification.jti}>
          <div className="row">
            <strong>{notification.types.map((type) => EVENT_NAMES[type]).join(". ")}</strong>
            <State notification={notification} />
          </div>
          <p className="quiet">
            {notification.reason && `${notification.reason} · `}
            {stamp(notification.happenedAt)} UTC · {consentOf(notification, runOf?.(notification))}
          </p>
          <details>
            <summary>The whole event</summary>
            <Code text={JSON.stringify(notification.claims, undefined, 2)} label={`Event ${notification.jti}`} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function State({ notification }: { readonly notification: Notification | StoredNotification }) {
  if (notification.arrivedBy === "push") return <span className="status good">Brought by the bank</span>;
  if (!("acknowledged" in notification)) return <span className="status good">Fetched</span>;
  return notification.acknowledged ? (
    <span className="status good">Acknowledged</span>
  ) : (
    <span className="status wait">Not acknowledged</span>
  );
}

function consentOf({ consentId }: Notification, run: string | undefined) {
  if (consentId === undefined) return "no single resource";
  return run ? <a href={`/runs/${run}`}>consent {consentId}</a> : `consent ${consentId}`;
}

const stamp = (instant: string) => instant.slice(0, 19).replace("T", " ");
