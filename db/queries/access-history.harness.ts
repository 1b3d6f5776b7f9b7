import { v7 as uuidv7 } from "uuid";
import type { AccessEvent } from "~/domain/access/access-event";
import { asAccountId, asClientId, asConsentId, asCustomerId, type ConsentId } from "~/domain/shared/ids";
import { createAccessBook } from "./access-book";
import { createAccessHistory } from "./access-history";
import { aConsentId, anEvent, aRecord, projectionWorld } from "./consent-projection.harness";

export const CUSTOMER = asCustomerId("cus-1");
export const NOW = new Date();
export const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const ISSUER = "https://gateway.bank.example";

export const account = (id: string, records: number) => ({ account: asAccountId(id), records });

/** A read of the balance of one account in the background, just now. */
export function anAccessEvent(over: Partial<AccessEvent> = {}): AccessEvent {
  const { at = NOW } = over;
  return {
    id: uuidv7({ msecs: at.getTime() }),
    at,
    consentId: asConsentId("aac-none"),
    clientId: asClientId("tpp-beacon"),
    resource: "balances",
    present: false,
    accounts: [account("acc-1", 2)],
    ...over,
  };
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>;

/** What gateways tell and what customers are shown of it, on a database of its own. */
export async function accessWorld() {
  const world = await projectionWorld();
  const history = () => createAccessHistory(world.db);
  return {
    ...world,
    history,
    take: (events: readonly AccessEvent[], toldUntil = NOW) =>
      createAccessBook(world.db).take({ issuer: ISSUER, toldUntil, events }),
    /** A consent of the customer's, as our picture has it. */
    async aConsent(): Promise<ConsentId> {
      const id = aConsentId();
      await world.upkeep.takeEvent(anEvent(aRecord({ id }), "authorised", "customer"));
      return id;
    },
    /** Every single read, over all pages. */
    async allOf(id: ConsentId, customer = CUSTOMER) {
      const reads = [];
      for await (const page of history().readsOf(id, customer)) reads.push(...page);
      return reads;
    },
    /** What each day holds, line by line. */
    days: async (id: ConsentId) =>
      (await history().daysOf(id, CUSTOMER, { size: 100 })).flatMap(({ reads }) =>
        reads.map((read) => [read.resource, read.account, read.present, read.reads, read.records]),
      ),
  };
}
