import type { Database } from "../../database.ts";
import type { TppId } from "../order/order.ts";
import type { Step } from "../runs/step.ts";
import type { SeenSubscription } from "./event-desk.ts";

/** One TPP's dealings with the bank's event API, as the page shows them. Holds nothing secret. */
export interface DeskRecord {
  /** As the bank last told; absent before it was asked. */
  readonly subscription?: SeenSubscription | "none";
  /** Of the last visit. */
  readonly steps: readonly Step[];
}

export interface DeskStore {
  read(tppId: TppId): Promise<DeskRecord>;
  write(tppId: TppId, record: DeskRecord): Promise<void>;
}

export function createDeskStore(sql: Database): DeskStore {
  return {
    async read(tppId) {
      const [row] = await sql<{ record: DeskRecord }[]>`select record from event_desk where tpp = ${tppId}`;
      return row?.record ?? { steps: [] };
    },
    async write(tppId, record) {
      const json = sql.json(record as unknown as Parameters<Database["json"]>[0]);
      await sql`insert into event_desk (tpp, record) values (${tppId}, ${json})
        on conflict (tpp) do update set record = excluded.record`;
    },
  };
}
