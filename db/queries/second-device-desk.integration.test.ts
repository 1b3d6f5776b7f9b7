import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asCustomerId, asCustomerSessionId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import type { OtherBrowser } from "~/ports/second-device-desk";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createConsentDesk } from "./consent-desk";
import { createCustomerVault } from "./customer-vault";
import { createSecondDeviceDesk } from "./second-device-desk";

const reversed = async (text: string) => [...text].reverse().join("");
const seal = { seal: reversed, open: reversed };

let server: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const vault = () => createCustomerVault(database.db, seal);
const devices = () => createSecondDeviceDesk(database.db, { tenant: "test", seal, vault: vault() });
const consents = () => createConsentDesk(database.db, { tenant: "test", seal, vault: vault() });

const PHONE: OtherBrowser = { customer: asCustomerId("cus-1"), session: asCustomerSessionId("phone") };
const LAPTOP: OtherBrowser = { ...PHONE, session: asCustomerSessionId("laptop") };
const STRANGER: OtherBrowser = { customer: asCustomerId("cus-2"), session: asCustomerSessionId("strange") };

async function offered(): Promise<{ visit: Visit; code: string }> {
  const visit = aVisit();
  await consents().openVisit(visit);
  const code = `mac-${visit.id}`;
  expect(await devices().offer(visit, { codeMac: code, number: "42" })).toBeInstanceOf(Date);
  return { visit, code };
}

async function joined() {
  const { visit, code } = await offered();
  expect(await devices().join(code, PHONE)).toBe(visit.id);
  return { visit, code };
}

async function matched() {
  const { visit, code } = await joined();
  expect(await devices().match(visit.id, PHONE, "42")).toEqual({ is: "matched", visit });
  return { visit, code };
}

const pass = (visit: Visit) =>
  database.db.execute(sql`
    update assent.second_device set expires_at = clock_timestamp() where visit_id = ${visit.id}`);
const stateOf = async (visit: Visit) => (await devices().standing(visit.id))?.state;
const eventsOf = async (visit: Visit) => {
  const rows = await database.db.execute<{ type: string; because: string | null; actor: string }>(sql`
    select type, detail ->> 'because' as because, actor_type as actor from assent.audit_event
    where consent_id = ${visit.consentId} and type like 'second-device-%' order by id`);
  return rows.map(({ type, because, actor }) => [type.slice("second-device-".length), because, actor].filter(Boolean));
};
const refuse = (visit: Visit) => consents().intend(visit, { outcome: "refused", reason: "customer-declined" });

describe("P-24: a visit goes on on another device", () => {
  test("of the same customer, by code and number; each step with its audit event", async () => {
    const { visit } = await matched();
    expect(await devices().holds(visit.id, PHONE)).toBe(true);
    expect(await eventsOf(visit)).toEqual([
      ["offered", "customer"],
      ["joined", "customer"],
      ["matched", "customer"],
    ]);
  });

  test("an offer lasts two minutes by the database's clock", async () => {
    const { visit } = await offered();
    const [row] = await database.db.execute<{ left: number }>(sql`
      select extract(epoch from expires_at - clock_timestamp())::float as left from assent.second_device
      where visit_id = ${visit.id}`);
    expect(row?.left).toBeGreaterThan(100);
    expect(row?.left).toBeLessThanOrEqual(120);
  });

  test("neither code nor hand-off lies readable in the database", async () => {
    const { visit } = await offered();
    const [row] = await database.db.execute(sql`select * from assent.second_device where visit_id = ${visit.id}`);
    expect(JSON.stringify(row)).not.toContain(visit.handoff.proof);
    await devices().join(`mac-${visit.id}`, PHONE);
    await devices().match(visit.id, PHONE, "42");
    expect(
      await database.db.execute(sql`select sealed_visit from assent.second_device where visit_id = ${visit.id}`),
    ).toEqual([{ sealed_visit: null }]);
  });
});

describe("P-24: nobody else, and nothing twice", () => {
  test("a code is good once, even at the same moment", async () => {
    const { visit, code } = await offered();
    const all = await Promise.all([devices().join(code, PHONE), devices().join(code, LAPTOP)]);
    expect(all.filter((each) => each === visit.id)).toHaveLength(1);
    expect(all).toContainEqual({ refused: "used" });
    expect(await eventsOf(visit)).toContainEqual(["refused", "used", "system"]);
  });

  test("another customer's code opens nothing, and stays good for its own", async () => {
    const { visit, code } = await offered();
    expect(await devices().join(code, STRANGER)).toEqual({ refused: "another-customer" });
    expect(await eventsOf(visit)).toEqual([
      ["offered", "customer"],
      ["refused", "another-customer", "system"],
    ]);
    expect(await devices().join(code, PHONE)).toBe(visit.id);
  });

  test("a code that is late, or never was", async () => {
    const { visit, code } = await offered();
    await pass(visit);
    expect(await stateOf(visit)).toBe("late");
    expect(await devices().join(code, PHONE)).toEqual({ refused: "late" });
    expect(await devices().join("never", PHONE)).toEqual({ refused: "unknown" });
  });

  test("the number counts from the browser that brought the code alone, and in time", async () => {
    const { visit } = await joined();
    for (const other of [LAPTOP, STRANGER, { ...STRANGER, session: PHONE.session }]) {
      expect(await devices().match(visit.id, other, "42")).toEqual({ is: "over" });
    }
    await pass(visit);
    expect(await devices().match(visit.id, PHONE, "42")).toEqual({ is: "over" });
    expect(await devices().holds(visit.id, PHONE)).toBe(false);
  });

  test("who was let in is one browser of one customer, and no other", async () => {
    const { visit } = await matched();
    for (const other of [LAPTOP, STRANGER, { ...STRANGER, session: PHONE.session }]) {
      expect(await devices().holds(visit.id, other)).toBe(false);
    }
    expect(await devices().holds(visit.id, PHONE)).toBe(true);
  });

  test("the third wrong number locks, for every later offer too", async () => {
    const { visit } = await joined();
    expect(await devices().match(visit.id, PHONE, "24")).toEqual({ is: "wrong", left: 2 });
    await devices().offer(visit, { codeMac: `${visit.id}-2`, number: "55" });
    await devices().join(`${visit.id}-2`, PHONE);
    expect(await devices().match(visit.id, PHONE, "42")).toEqual({ is: "wrong", left: 1 });
    expect(await devices().match(visit.id, PHONE, "42")).toEqual({ is: "wrong", left: 0 });
    expect(await stateOf(visit)).toBe("locked");
    expect(await devices().match(visit.id, PHONE, "55")).toEqual({ is: "over" });
    expect(await devices().offer(visit, { codeMac: `${visit.id}-3`, number: "55" })).toBeUndefined();
    expect((await eventsOf(visit)).filter(([, because]) => because === "wrong-number")).toHaveLength(3);
  });

  test("of ten numbers at the same moment three are looked at", async () => {
    const { visit } = await joined();
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, at) => devices().match(visit.id, PHONE, String(80 + at))),
    );
    expect(tries.filter(({ is }) => is === "wrong")).toHaveLength(3);
  });

  test.each([
    ["offered", offered],
    ["joined", joined],
    ["matched", matched],
  ])("the first device goes on by itself when it is %s, and the other one is out", async (_state, reach) => {
    const { visit, code } = await reach();
    await devices().takeBack(visit);
    expect(await stateOf(visit)).toBe("ended");
    expect(await devices().holds(visit.id, PHONE)).toBe(false);
    expect(await devices().match(visit.id, PHONE, "42")).toEqual({ is: "over" });
    expect(await devices().join(code, PHONE)).toEqual({ refused: "used" });
    expect(await eventsOf(visit)).toContainEqual(["ended", "customer"]);
  });

  test("whoever logs out is out of what their browser was let in to, once and on record; nobody else is", async () => {
    const [{ visit }, other] = [await matched(), await offered()];
    await devices().join(other.code, LAPTOP);
    for (const by of [{ customer: STRANGER.customer }, { ...STRANGER, session: PHONE.session }]) {
      await devices().putOut(by);
    }
    expect(await devices().holds(visit.id, PHONE)).toBe(true);
    for (const _ of [1, 2]) await devices().putOut(PHONE);
    expect(await devices().holds(visit.id, PHONE)).toBe(false);
    expect((await eventsOf(visit)).filter(([type]) => type === "ended")).toEqual([["ended", "customer"]]);
    expect(await stateOf(other.visit)).toBe("joined");
  });

  test("whoever logs out everywhere is out everywhere, in the middle of it too", async () => {
    const [first, second] = [await matched(), await joined()];
    await devices().putOut({ customer: PHONE.customer });
    expect([await stateOf(first.visit), await stateOf(second.visit)]).toEqual(["ended", "ended"]);
    expect(await devices().match(second.visit.id, PHONE, "42")).toEqual({ is: "over" });
  });

  test("whoever logs out without having let anything in gets no key, and who was erased no new one", async () => {
    const customer = asCustomerId("cus-of-no-visit");
    await devices().putOut({ customer });
    await devices().putOut({ ...PHONE, customer });
    const keys = await database.db.execute(sql`select from assent.customer_key where customer_id = ${customer}`);
    expect(keys).toHaveLength(0);
  });

  test("a new offer puts out whoever had the one before", async () => {
    const { visit } = await matched();
    await devices().offer(visit, { codeMac: `${visit.id}-2`, number: "55" });
    expect(await devices().holds(visit.id, PHONE)).toBe(false);
    expect(await stateOf(visit)).toBe("offered");
  });

  test("what was answered is offered to nobody, and joined by nobody", async () => {
    const { visit, code } = await offered();
    await refuse(visit);
    expect(await devices().join(code, PHONE)).toEqual({ refused: "used" });
    expect(await devices().offer(visit, { codeMac: `${visit.id}-2`, number: "55" })).toBeUndefined();
    const late = await joined();
    await refuse(late.visit);
    expect(await devices().match(late.visit.id, PHONE, "42")).toEqual({ is: "over" });
  });
});
