import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { createTppRegistrations } from "#db/queries/tpp-registrations";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import { aRegisteredApp } from "~/domain/tpp/builders";
import type { RegisterStatement } from "~/domain/tpp/registration";
import { AuthorityError } from "~/ports/authorization-server";
import { type RegisterRead, TppRegisterUnavailable } from "~/ports/tpp-register";
import type { TppRegistrations } from "~/ports/tpp-registrations";
import { type RegisterAlert, syncRegister } from "./sync-register";

let world: ProjectionWorld;
let registrations: TppRegistrations;
beforeAll(async () => {
  world = await projectionWorld();
  registrations = createTppRegistrations(world.db, "test");
});
afterAll(() => world.stop());

const BEACON = asClientId("tpp-beacon");
const DAY = 86_400_000;
const at = (ms: number) => new Date(Date.now() + ms);
const aStatement = (over: Partial<RegisterStatement> = {}): RegisterStatement => ({
  ...aRegisteredApp(),
  standing: "active",
  certificates: [
    { use: "transport", thumbprint: "t-1", subject: "CN=tpp-beacon", notBefore: at(-DAY), notAfter: at(100 * DAY) },
  ],
  signedAt: at(-1_000),
  ...over,
});

let said: RegisterRead | "away" = { statements: [], refused: [] };
let listed: readonly ReturnType<typeof aRegisteredApp>[] | "away" = [];
let alerts: RegisterAlert[] = [];
async function look() {
  alerts = [];
  await world.owner.execute(sql`update assent.tpp_register_look set due_at = now() - interval '1 second'`);
  return syncRegister({
    register: {
      read: async () => {
        if (said === "away") throw new TppRegisterUnavailable("away");
        return said;
      },
    },
    registrations,
    authorizationServer: {
      listClients: async () => {
        if (listed === "away") throw new AuthorityError("unavailable", "away");
        return listed;
      },
    },
    alert: (what) => alerts.push(what),
    now: () => new Date(),
  })();
}
const beacon = async () => {
  const found = await registrations.find(BEACON);
  if (!found) throw new Error("not known");
  return found;
};

test("A-05: what the register signs and what the authorization server has are kept side by side", async () => {
  said = { statements: [aStatement()], refused: [] };
  listed = [aRegisteredApp({ name: "Beacon" }), aRegisteredApp({ clientId: asClientId("tpp-own"), name: "Own app" })];
  expect(await look()).toEqual({ read: 1, refused: 0 });
  expect(await beacon()).toMatchObject({
    name: "Budget Beacon",
    standing: "active",
    register: { legalName: "Beacon Money Ltd" },
    authority: { name: "Beacon" },
  });
  expect(await registrations.find(asClientId("tpp-own"))).toMatchObject({ name: "Own app", standing: "unlisted" });
  expect((await registrations.changesOf(BEACON, 9)).map(({ what }) => what)).toEqual(["listed"]);
  expect(alerts).toEqual([]);
});

test("A-05: nobody looks before it is due, and only one does; whoever asks makes it due", async () => {
  await look();
  expect(await registrations.claimLook()).toBe(false);
  await registrations.askLook({ staff: asStaffId("stf-1"), correlationId: "c" });
  const claims = await Promise.all([registrations.claimLook(), registrations.claimLook()]);
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("A-05: who is withdrawn is seen, with its time line, and raises an alarm once", async () => {
  said = { statements: [aStatement({ standing: "barred", roles: ["account-information"] })], refused: [] };
  await look();
  expect(await beacon()).toMatchObject({ standing: "barred", roles: ["account-information"] });
  expect(alerts).toEqual([{ is: "barred", client: BEACON }]);
  expect((await registrations.changesOf(BEACON, 9)).map(({ what }) => what).sort()).toEqual([
    "listed",
    "roles",
    "standing",
  ]);
  await look();
  expect(alerts).toEqual([]);
});

test("A-05: an older statement that comes again is not believed, nor one that is refused, and both raise an alarm", async () => {
  said = {
    statements: [aStatement({ standing: "active", signedAt: at(-DAY) })],
    refused: [{ because: "signature" }, { because: "signature" }],
  };
  expect(await look()).toEqual({ read: 0, refused: 3 });
  expect((await registrations.find(BEACON))?.register?.standing).toBe("barred");
  expect(alerts).toEqual([
    { is: "refused", because: "signature", count: 2 },
    { is: "refused", because: "older-than-known", count: 1 },
  ]);
  expect((await registrations.lastLook()).refused).toHaveLength(3);
});

test("A-05: while it is away what it said stays, with its time; the authorization server is heard all the same", async () => {
  said = { statements: [aStatement()], refused: [] };
  await look();
  const before = await registrations.lastLook();
  said = "away";
  listed = [aRegisteredApp({ name: "Beacon anew" })];
  await look();
  const now = await registrations.lastLook();
  expect(now).toMatchObject({ problem: "away", readAt: before.readAt });
  expect(now.triedAt?.getTime()).toBeGreaterThan(before.triedAt?.getTime() ?? 0);
  expect(await beacon()).toMatchObject({ standing: "active", authority: { name: "Beacon anew" } });
  listed = "away";
  said = { statements: [], refused: [] };
  await look();
  expect(await beacon()).toMatchObject({ standing: "unlisted", authority: { name: "Beacon anew" } });
});

test("A-24: that a certificate ends is said once for each day of the watch, and anew for a new one", async () => {
  const ending = (days: number, thumbprint = "t-1") =>
    aStatement({
      certificates: [{ use: "transport", thumbprint, subject: "CN=b", notBefore: at(-DAY), notAfter: at(days * DAY) }],
    });
  const days: (number | undefined)[] = [];
  for (const statement of [
    ending(40),
    ending(20),
    ending(6.5),
    ending(6.4),
    ending(0.5),
    ending(200, "t-2"),
    ending(25, "t-2"),
  ]) {
    said = { statements: [statement], refused: [] };
    await look();
    const [alert] = alerts;
    days.push(alert?.is === "certificate-ends" ? alert.day : undefined);
  }
  expect(days).toEqual([undefined, 30, 7, 7, 1, undefined, 30]);
  await look();
  expect(alerts).toEqual([]);
  const ends = await registrations.certificateEnds([BEACON, asClientId("tpp-own"), asClientId("tpp-nobody")]);
  expect([...ends.keys()]).toEqual([BEACON]);
  expect(ends.get(BEACON)).toEqual((await beacon()).certificatesEndAt);
});

test("A-05: they are found by name, firm and number, by standing and role, a page at a time in one order", async () => {
  const names = ["alpha", "Bravo", "charlie", "Delta", "echo 50%"];
  said = {
    statements: names.map((name, nth) =>
      aStatement({
        clientId: asClientId(`tpp-${nth}`),
        name,
        legalName: `${name} Ltd`,
        organisationId: `PSDGB-FCA-${nth}`,
      }),
    ),
    refused: [],
  };
  await look();
  const found = async (asked: Partial<Parameters<TppRegistrations["list"]>[0]>) =>
    (await registrations.list({ standing: "active", ...asked }, 10)).rows.map(({ name }) => name);
  expect(await found({})).toEqual(names);
  expect(await found({ text: "RAV" })).toEqual(["Bravo"]);
  expect(await found({ text: "fca-3" })).toEqual(["Delta"]);
  expect(await found({ text: "%" })).toEqual(["echo 50%"]);
  expect(await found({ role: "funds-confirmation", text: "ha" })).toEqual(["alpha", "charlie"]);
  const first = await registrations.list({ standing: "active" }, 2);
  const last = first.rows.at(-1);
  const from = { name: last?.name ?? "", clientId: last?.clientId ?? "" };
  const second = await registrations.list({ standing: "active", from: { side: "after", ...from } }, 2);
  expect([first.hasPrevious, first.hasNext, second.hasPrevious, second.hasNext]).toEqual([false, true, true, true]);
  expect(second.rows.map(({ name }) => name)).toEqual(["charlie", "Delta"]);
  const back = second.rows[0];
  const before = { side: "before", name: back?.name ?? "", clientId: back?.clientId ?? "" } as const;
  expect((await registrations.list({ standing: "active", from: before }, 2)).rows).toEqual(first.rows);
});

test("A-05: the bank's own word is kept with its reason and its audit event, and blocks a role", async () => {
  const word = {
    note: "Ask for Kim",
    blockedRoles: ["payment-initiation"] as const,
    reason: "Complaints about payments",
    changedBy: asStaffId("stf-1"),
    correlationId: "c",
  };
  await registrations.override(BEACON, word, ["note", "blockedRoles"]);
  expect(await registrations.overrideOf(BEACON)).toMatchObject({
    note: "Ask for Kim",
    blockedRoles: word.blockedRoles,
  });
  const [event] = await world.owner.execute<{ detail: object; actor_ref: string }>(
    sql`select detail, actor_ref from assent.audit_event where type = 'tpp-override-changed'`,
  );
  expect(event).toEqual({
    detail: { fields: ["note", "blockedRoles"], blockedRoles: ["payment-initiation"] },
    actor_ref: "stf-1",
  });
  expect((await registrations.list({ only: "blocked" }, 5)).rows.map(({ clientId }) => clientId)).toEqual([BEACON]);
});
