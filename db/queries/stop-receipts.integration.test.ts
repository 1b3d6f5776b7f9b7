import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aStop, type ChangeWorld, startChangeWorld } from "~/use-cases/change-consent.harness";
import { createStopReceipts } from "./stop-receipts";

describe("D-13: receipts of stops", () => {
  let the: ChangeWorld;
  beforeAll(async () => {
    the = await startChangeWorld();
  });
  afterAll(() => the.close());

  const receipts = () => createStopReceipts(the.database.db, the.vault);
  const asked = async (...over: Parameters<typeof aStop> extends [unknown, ...infer Rest] ? Rest : never) => {
    const recorded = await the.changes.intend(aStop((await the.authorised()).id, ...over));
    if (!recorded.ok) throw new Error(recorded.error);
    return recorded.value;
  };
  const settled = async () => the.changes.settle(await asked(), {});

  test("the first that is kept stays, also where twenty ask at once", async () => {
    const { id } = await settled();
    expect(await receipts().of(id)).toBeUndefined();
    const all = Array.from({ length: 20 }, (_, at) => receipts().keep(id, `signed-${at}`, `digest-${id}-${at}`));
    const kept = new Set(await Promise.all(all));
    expect(kept.size).toBe(1);
    expect([await receipts().of(id)]).toEqual([...kept]);
  });

  test("it lies under its customer's key", async () => {
    const { id } = await settled();
    await receipts().keep(id, "a signed receipt", `digest-${id}`);
    const [row] = await the.database.db.execute<{ receipt: string }>(
      `select receipt from assent.consent_change where id = '${id}'`,
    );
    expect(row?.receipt).toBeTruthy();
    expect(row?.receipt).not.toContain("a signed receipt");
  });

  test("there is none of what is on its way, and none of what is no stop", async () => {
    const [onItsWay, pause] = [await asked(), await asked({ move: "suspend", reason: "customer-pause" })];
    const paused = await the.changes.settle(pause, {});
    for (const { id } of [onItsWay, paused]) {
      await expect(receipts().keep(id, "signed", `digest-${id}`)).rejects.toThrow("the stop of this receipt is gone");
      expect(await receipts().of(id)).toBeUndefined();
    }
  });
});
