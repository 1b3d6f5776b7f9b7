import type { Logger } from "pino";
import type { DeskStore } from "../events/desk-store.ts";
import type { EventDesk } from "../events/event-desk.ts";
import type { NotificationStore } from "../events/notification-store.ts";
import type { EventReader } from "../events/read-event.ts";
import type { RunStore } from "../runs/run-store.ts";
import type { Workbench } from "../runs/walk.ts";
import type { Variables } from "./security-headers.ts";

/** What the pages of the workbench work with. */
export interface Services {
  readonly bench: Workbench;
  readonly runs: RunStore;
  readonly desk: EventDesk;
  readonly desks: DeskStore;
  readonly notifications: NotificationStore;
  readonly reader: EventReader;
  readonly log: Logger;
}

export type WorkbenchEnv = { Variables: Variables };
