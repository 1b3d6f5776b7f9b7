import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createAuthorityInbox } from "#db/queries/authority-inbox";
import {
  aConsentId,
  anEvent,
  aRecord,
  type ProjectionWorld,
  projectionWorld,
  storyOf,
} from "#db/queries/consent-projection.harness";
import type { ConsentStatus } from "~/domain/consent/lifecycle";
import { takeAuthorityEvents } from "~/jobs/take-authority-events";
import { AuthorityError, type AuthorityEvent } from "~/ports/authorization-server";
import type { ConsentUpkeep } from "~/ports/consent-register-upkeep";
import { receiveAuthorityEvent } from "./receive-authority-event";
import { recordHolder } from "./record-holder.harness";
import { takeAuthorityEvent } from "./take-authority-event";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

/** Lawful lives at an authorization server: what it was told last is what it holds. */
type Change = readonly [ConsentStatus, AuthorityEvent["cause"], AuthorityEvent["by"]];
const AUTHORISED: Change = ["authorised", "authorised", "customer"];
const PAUSED: Change = ["suspended", "suspended", "staff"];
const RESUMED: Change = ["authorised", "resumed", "staff"];
const LIVES: readonly (readonly Change[])[] = [
  [["rejected", "rejected", "customer"]],
  [
    ["rejected", "rejected", "system"],
    ["revoked", "deleted", "tpp"],
  ],
  [AUTHORISED],
  [AUTHORISED, ["revoked", "revoked", "customer"]],
  [AUTHORISED, ["revoked", "revoked", "staff"], ["revoked", "deleted", "tpp"]],
  [AUTHORISED, PAUSED, RESUMED, PAUSED, ["revoked", "revoked", "customer"]],
  [AUTHORISED, PAUSED, RESUMED, ["revoked", "deleted", "tpp"]],
  [["revoked", "deleted", "tpp"]],
  [AUTHORISED, ["consumed", "consumed", "system"]],
];

function eventsOf(life: readonly Change[]): readonly AuthorityEvent[] {
  const id = aConsentId();
  const pending = aRecord({ id, status: "pending", revision: 1, accountIds: [] });
  let yes = false;
  return [
    anEvent(pending, "created", "tpp"),
    ...life.map(([status, cause, by], at) => {
      yes ||= status === "authorised";
      return anEvent({ ...(yes ? aRecord() : pending), id, status, revision: at + 2 }, cause, by);
    }),
  ];
}

function parts(upkeep: ConsentUpkeep = world.upkeep) {
  const inbox = createAuthorityInbox(world.db);
  const held = recordHolder();
  const take = takeAuthorityEvent({ inbox, upkeep, authorizationServer: held });
  return { inbox, held, job: takeAuthorityEvents({ inbox, take }) };
}
const signal = new AbortController().signal;
const dueNow = () =>
  world.db.execute(sql`update assent.authority_event_inbox set due_at = clock_timestamp() where applied_at is null`);
const waiting = async () => {
  const [row] = await world.db.execute<{ n: number }>(
    sql`select count(*)::int as n from assent.authority_event_inbox where applied_at is null`,
  );
  return row?.n ?? 0;
};

test("any order and any repetition of a life end as the authorization server holds it, each version told once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LIVES).chain((life) => {
        const events = eventsOf(life);
        return fc.record({
          events: fc.constant(events),
          order: fc.array(fc.nat(events.length - 1), { maxLength: 6 }).chain((again) =>
            fc.shuffledSubarray([...events.keys(), ...again.map((at) => at + 100)], {
              minLength: events.length + again.length,
            }),
          ),
          rounds: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        });
      }),
      async ({ events, order, rounds }) => {
        const { inbox, held, job } = parts();
        const last = events.at(-1) as AuthorityEvent;
        held.put(last.record);
        for (const [nth, at] of order.entries()) {
          await inbox.keep(events[at % 100] as AuthorityEvent);
          if (rounds[nth % 12]) await job.round(signal);
        }
        for (let left = 1; left > 0; left = await waiting()) {
          await dueNow();
          await job.round(signal);
        }
        const { row, versions, told, audited } = await storyOf(world, last.record.id);
        const ended = last.record.status;
        const isSame =
          row?.status === ended || (ended === "revoked" && ["terminated", "rejected"].includes(row?.status ?? ""));
        expect(isSame, `${row?.status} for ${ended}`).toBe(true);
        expect(row).toMatchObject({ authority_revision: last.record.revision });
        expect(versions).toEqual(versions.map((_, at) => at + 1));
        expect(told).toEqual(versions);
        expect(audited).toEqual(versions);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test("a kill between any two steps loses nothing and doubles nothing", async () => {
  const events = eventsOf([AUTHORISED, PAUSED, ["revoked", "revoked", "customer"]]);
  for (const killed of ["before it is applied", "after it is applied"]) {
    let first = true;
    const upkeep: ConsentUpkeep = {
      ...world.upkeep,
      async takeEvent(event) {
        if (!first) return world.upkeep.takeEvent(event);
        first = false;
        if (killed === "after it is applied") await world.upkeep.takeEvent(event);
        throw new Error("killed");
      },
    };
    const { inbox, job } = parts(upkeep);
    const renamed = events.map((event) => ({
      ...event,
      id: `${event.id}-${killed}`,
      record: { ...event.record, id: aConsentId() },
    }));
    const id = renamed[0]?.record.id as AuthorityEvent["record"]["id"];
    for (const event of renamed) await inbox.keep({ ...event, record: { ...event.record, id } });
    await expect(job.round(signal)).rejects.toThrow("killed");
    await dueNow();
    await job.round(signal);
    expect(await waiting()).toBe(0);
    const { row, versions, told } = await storyOf(world, id);
    expect(row).toMatchObject({ status: "revoked", authority_revision: 4 });
    expect(told).toEqual(versions);
  }
});

test("two workers at once apply each event once", async () => {
  const { inbox, job } = parts();
  const lives = Array.from({ length: 40 }, () => eventsOf([AUTHORISED, PAUSED, RESUMED]));
  for (const event of lives.flat()) await inbox.keep(event);
  for (let left = 1; left > 0; left = await waiting()) {
    await Promise.all([job.round(signal), parts().job.round(signal), dueNow()]);
  }
  for (const [created] of lives) {
    const { row, versions, told } = await storyOf(world, (created as AuthorityEvent).record.id);
    expect(row).toMatchObject({ status: "authorised", authority_revision: 4 });
    expect(told).toEqual(versions);
  }
});

test("an event that cannot be taken in holds up no other, and is taken in later", async () => {
  const down = { ...recordHolder(), findConsent: vi.fn().mockRejectedValue(new AuthorityError("unavailable", "down")) };
  const inbox = createAuthorityInbox(world.db);
  const job = takeAuthorityEvents({
    inbox,
    take: takeAuthorityEvent({ inbox, upkeep: world.upkeep, authorizationServer: down }),
  });
  const declined = eventsOf([["rejected", "rejected", "customer"]]);
  const contradicts = anEvent(
    { ...aRecord(), id: (declined[0] as AuthorityEvent).record.id, revision: 3 },
    "authorised",
    "customer",
  );
  const other = eventsOf([AUTHORISED, PAUSED, RESUMED]);
  for (const event of [...declined, contradicts, ...other]) await inbox.keep(event);
  await expect(job.round(signal)).rejects.toThrow("down");
  expect((await storyOf(world, (other[0] as AuthorityEvent).record.id)).row).toMatchObject({
    status: "authorised",
    authority_revision: 4,
  });
  expect(await waiting()).toBe(1);
  down.findConsent.mockResolvedValue(contradicts.record);
  await dueNow();
  expect((await job.round(signal)).counts).toMatchObject({ repaired: 1 });
});

test("once it was taken in, nothing of an event is kept but that it came", async () => {
  const { inbox, job } = parts();
  const [created] = eventsOf([]) as [AuthorityEvent];
  const receive = receiveAuthorityEvent({ inbox, authorizationServer: { readEvent: async () => created } });
  expect(await receive("a.b.c")).toBe(true);
  await job.round(signal);
  expect(await receive("a.b.c")).toBe(true);
  const rows = await world.db.execute(
    sql`select event, outcome from assent.authority_event_inbox where id = ${created.id}`,
  );
  expect(rows).toEqual([{ event: null, outcome: "moved" }]);
});

test("what is no event of the authorization server, or one of other matters, is not kept", async () => {
  const keep = vi.fn();
  const receive = (read: "of-other-matters" | undefined) =>
    receiveAuthorityEvent({ inbox: { keep }, authorizationServer: { readEvent: async () => read } })("a.b.c");
  expect(await receive("of-other-matters")).toBe(true);
  expect(await receive(undefined)).toBe(false);
  expect(keep).not.toHaveBeenCalled();
});
