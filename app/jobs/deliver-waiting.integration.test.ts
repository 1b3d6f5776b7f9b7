import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Sent } from "~/ports/messenger";
import type { Outbox } from "~/ports/outbox";
import { deliverToTpps } from "./deliver-to-tpps";
import { giveUpDeliveries } from "./give-up-deliveries";
import { aReceiver, drained, type OutboxWorld, outboxWorld } from "./outbox.harness";

const WITHIN = { timeout: 20_000, interval: 20 };
const DELIVERED: Sent = { outcome: "delivered", code: 202 };
const FAILED: Sent = { outcome: "failed", code: 503, problem: "answered 503" };

let world: OutboxWorld;
beforeAll(async () => {
  world = await outboxWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.clear());

/** Changes that are written out, and wait for one TPP alone. */
async function waiting(
  consents: number,
  versions = 1,
  clientId = "tpp-beacon",
  url: string | null = "https://tpp.example/",
) {
  await world.subscribe(clientId, url);
  await world.change(consents, versions, clientId);
  await drained(world.addressing({ mail: false, analytics: false }));
}

const worker = (receiver: ReturnType<typeof aReceiver>, outbox: Outbox = world.outbox) =>
  deliverToTpps({ outbox, callback: receiver.messenger });

/** Workers that go on until nobody waits any more, as the real ones do. */
async function untilNothingWaits(receiver: ReturnType<typeof aReceiver>, workers: number) {
  await Promise.all(
    Array.from({ length: workers }, () =>
      vi.waitFor(async () => {
        await drained(worker(receiver));
        expect((await world.states("tpp"))["queued"] ?? 0).toBe(0);
      }, WITHIN),
    ),
  );
}

const versionsOf = (taken: readonly { readonly consentId: string; readonly body: string }[], consent: string) =>
  taken
    .filter(({ consentId }) => consentId === consent)
    .map(({ body }) => JSON.parse(body.slice(body.indexOf("{"))).jti);

const queued = async (consent: string) => {
  const rows = await world.query(sql`
    select id from assent.outbox_delivery where consent_id = ${consent} and channel = 'tpp' order by version`);
  return rows.map(({ id }) => id);
};

test("everybody is told everything once, when nothing goes wrong", async () => {
  await waiting(40, 3);
  const receiver = aReceiver();
  await Promise.all([drained(worker(receiver)), drained(worker(receiver))]);
  await untilNothingWaits(receiver, 1);
  expect(new Set(receiver.heard.map(({ id }) => id)).size).toBe(120);
  expect(receiver.heard).toHaveLength(120);
  expect(receiver.heard[0]).toMatchObject({ url: "https://tpp.example/", attempts: 1, clientId: "tpp-beacon" });
});

test("in order per consent, whatever fails, with two workers, and never two at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom(DELIVERED, DELIVERED, FAILED, "throws" as const, "slow" as const), { minLength: 1 }),
      async (consents, versions, script) => {
        await world.clear();
        await waiting(consents, versions);
        const underWay = new Set<string>();
        let calls = 0;
        const receiver = aReceiver(async ({ consentId, attempts }) => {
          expect(underWay.has(consentId)).toBe(false);
          underWay.add(consentId);
          const step = attempts < 4 ? script[calls++ % script.length] : DELIVERED;
          await new Promise((later) => setTimeout(later, step === "slow" ? 3 : 0));
          underWay.delete(consentId);
          if (step === "throws") throw new Error("a bug of ours");
          return step === "slow" || step === undefined ? DELIVERED : step;
        });
        await untilNothingWaits(receiver, 2);
        for (let consent = 1; consent <= consents; consent++)
          expect(versionsOf(receiver.taken, `tpp-beacon-${consent}`)).toEqual(await queued(`tpp-beacon-${consent}`));
      },
    ),
    { numRuns: 12 },
  );
});

test("after a quiet time the front of a burst is passed over quickly, also when all of it waits for something older", async () => {
  await waiting(1_000, 1, "tpp-past");
  await world.query(sql`update assent.outbox_delivery set state = 'delivered', ended_at = clock_timestamp()`);
  // As it does by itself: from here on the planner believes that nothing waits.
  await world.query(sql`vacuum analyze assent.outbox_delivery`);
  await waiting(4_000, 2);
  await world.query(sql`
    update assent.outbox_delivery set next_attempt_at = clock_timestamp() + interval '1 hour'
    where channel = 'tpp' and version = 1`);
  expect(await world.outbox.claim("tpp", 32)).toEqual([]);
});

describe("at least once", () => {
  test("a worker that dies between sending and keeping it: sent again, the same under the same id", async () => {
    await waiting(3);
    const receiver = aReceiver();
    const dying = {
      ...world.outbox,
      record: async (attempts: readonly unknown[]) => {
        if (attempts.length > 0) throw new Error("killed");
      },
    };
    await expect(drained(worker(receiver, dying))).rejects.toThrow("killed");
    await drained(worker(receiver));
    expect(receiver.heard, "the lease still holds").toHaveLength(3);
    await world.query(sql`update assent.outbox_delivery set sending_until = clock_timestamp()`);
    await drained(worker(receiver));
    const [first, again] = [receiver.heard.slice(0, 3), receiver.heard.slice(3)];
    const said = (all: typeof first) => all.map(({ id, body }) => [id, body]).sort();
    expect(said(again)).toEqual(said(first));
    expect(await world.states("tpp")).toEqual({ delivered: 3 });
  });

  test("a worker that is told to stop hands back what it has in hand", async () => {
    await waiting(2);
    const stopping = new AbortController();
    const receiver = aReceiver(async () => {
      stopping.abort();
      return { outcome: "cut" };
    });
    await drained(worker(receiver), stopping.signal);
    expect(await world.states("tpp")).toEqual({ queued: 2 });
    const second = aReceiver();
    await drained(worker(second));
    expect(second.taken).toHaveLength(2);
  });
});

describe("a receiver in trouble", () => {
  /** Answers for these when it is let go, and for others at once. */
  function hanging(...recipients: readonly string[]) {
    let letGo = () => {};
    const hangs = new Promise<Sent>((resolve) => {
      letGo = () => resolve(DELIVERED);
    });
    const receiver = aReceiver(({ recipient }) => (recipients.includes(recipient) ? hangs : DELIVERED));
    return { receiver, letGo: () => letGo() };
  }

  test("one that hangs keeps nobody else waiting", async () => {
    await waiting(40, 1, "tpp-hangs");
    await waiting(40, 1, "tpp-works");
    const { receiver, letGo } = hanging("tpp-hangs");
    const running = drained(worker(receiver));
    await vi.waitFor(() => expect(receiver.taken).toHaveLength(40), WITHIN);
    expect(receiver.taken.every(({ recipient }) => recipient === "tpp-works")).toBe(true);
    letGo();
    await running;
    expect(await world.states("tpp")).toEqual({ delivered: 80 });
  });

  test("what comes for somebody else while one hangs is sent at once", async () => {
    await waiting(1, 1, "tpp-hangs");
    const { receiver, letGo } = hanging("tpp-hangs");
    const running = drained(worker(receiver));
    await vi.waitFor(() => expect(receiver.heard).toHaveLength(1), WITHIN);
    await waiting(1, 1, "tpp-works");
    await vi.waitFor(() => expect(receiver.taken).toHaveLength(1), WITHIN);
    letGo();
    await running;
  });

  test("two that are slow, with long queues, leave a place to a third", async () => {
    for (const slow of ["tpp-slow", "tpp-slower"]) await waiting(100, 1, slow);
    await waiting(1, 1, "tpp-works");
    const { receiver, letGo } = hanging("tpp-slow", "tpp-slower");
    const running = drained(worker(receiver));
    await vi.waitFor(() => expect(receiver.taken).toHaveLength(1), WITHIN);
    letGo();
    await running;
    expect(await world.states("tpp")).toEqual({ delivered: 201 });
  });

  test("one that refuses an event gets the next one, and somebody has to look at the first", async () => {
    await waiting(1, 2);
    const [first] = await queued("tpp-beacon-1");
    const receiver = aReceiver(({ id }) =>
      id === first ? { outcome: "refused", code: 400, problem: "answered 400" } : DELIVERED,
    );
    await drained(worker(receiver));
    expect(await world.states("tpp")).toEqual({ parked: 1, delivered: 1 });
    const [parked] = await world.query(sql`
      select problem, attempts, (select code from assent.delivery_attempt where delivery_id = delivery.id) as code
      from assent.outbox_delivery as delivery where state = 'parked'`);
    expect(parked).toEqual({ problem: "answered 400", attempts: 1, code: 400 });
  });

  test("every attempt is on record, and what fails for three days is given up", async () => {
    await waiting(1);
    const receiver = aReceiver(() => FAILED);
    await drained(worker(receiver));
    expect(await world.states("tpp")).toEqual({ queued: 1 });
    await world.query(sql`update assent.outbox_delivery set queued_at = clock_timestamp() - interval '73 hours'`);
    await untilNothingWaits(receiver, 1);
    expect(await world.states("tpp")).toEqual({ expired: 1 });
    const attempts = await world.query(sql`select outcome, code from assent.delivery_attempt`);
    expect(attempts).toEqual(receiver.heard.map(() => ({ outcome: "failed", code: 503 })));
  });
});

describe("a TPP that polls", () => {
  test("is never pushed to, and has 90 days", async () => {
    await waiting(2, 1, "tpp-polls", null);
    const receiver = aReceiver();
    await drained(worker(receiver));
    expect(receiver.heard).toEqual([]);
    expect(await world.outbox.lagSeconds("tpp")).toBe(0);
    await world.query(sql`
      update assent.outbox_delivery set queued_at = clock_timestamp() - interval '91 days' where consent_id = 'tpp-polls-1'`);
    await drained(giveUpDeliveries(world));
    expect(await world.states("tpp")).toEqual({ expired: 1, queued: 1 });
  });

  test.each([
    ["acknowledge", "delivered", FAILED],
    ["refuse", "parked", DELIVERED],
  ])("may %s what is being pushed, and that stays", async (_, state, sent) => {
    await waiting(1);
    const receiver = aReceiver(async () => {
      await world.query(sql`
        update assent.outbox_delivery set state = ${state}, sending_until = null, ended_at = clock_timestamp()
        where channel = 'tpp'`);
      return sent;
    });
    await drained(worker(receiver));
    expect(await world.states("tpp")).toEqual({ [state]: 1 });
  });
});
