import { describe, expect, test } from "vitest";
import { asClientId } from "../shared/ids";
import { mixesAlphabets, skeletonOf } from "../shared/look-alike";
import { type KnownApp, resemblanceOf } from "./resemblance";

const BEACON: KnownApp = {
  clientId: asClientId("tpp-beacon"),
  name: "Budget Beacon",
  since: new Date("2026-01-01T00:00:00Z"),
};
const of = (name: string, apps: readonly KnownApp[] = [BEACON], bank = "Northlight Bank") =>
  resemblanceOf({ clientId: asClientId("tpp-new"), name }, bank, apps);

describe("S12: a name that looks like another", () => {
  test.each([
    "Вudgеt Веасоn",
    "Budget Beac0n",
    "Búdget Beacon",
    "Βudget Βeacοn",
    "Ｂｕｄｇｅｔ Ｂｅａｃｏｎ",
    "𝐁𝐮𝐝𝐠𝐞𝐭 𝐁𝐞𝐚𝐜𝐨𝐧",
    "Budget-Beacon.",
    "8udget Beacon".replace("8", "В"),
  ])("%s looks like an app that is known", (name) => {
    expect(of(name)).toEqual({ to: "app", name: "Budget Beacon", clientId: "tpp-beacon" });
  });

  test.each(["Northlight Bank", "Nоrthlight Bаnk", "Northl1ght Bank", "NorthIight Bank Security", "northlight-bank"])(
    "%s looks like the bank",
    (name) => {
      expect(of(name)).toEqual({ to: "bank" });
    },
  );

  test("rn reads like m", () => {
    expect(of("Rnobile Money", [{ ...BEACON, name: "Mobile Money" }])?.to).toBe("app");
  });

  test.each(["Pаypal", "Τallybook", "ΡayDay", "Tallуbook 2"])("%s mixes alphabets in a word", (name) => {
    expect(of(name)).toEqual({ to: "letters-of-two-alphabets" });
  });
});

describe("N-07: nobody is held to resemble for nothing", () => {
  test.each([
    "Tallybook",
    "Budget Beacon",
    "BUDGET BEACON",
    "Beacon Budget",
    "Crédit Agricole",
    "Яндекс Деньги",
    "Яндекс Money",
    "東京タワー Pay",
    "LINEペイ",
    "دفتر الميزانية (2)",
    "카카오Pay",
    "ไทยPay".slice(0, 3),
    "N26",
    "👍🏽 Pay",
    "…",
  ])("%s", (name) => {
    expect(of(name)).toBeUndefined();
  });

  test("whoever was here first does not resemble whoever came after", () => {
    const later = { clientId: asClientId("tpp-later"), name: "Вudgеt Веасоn", since: new Date("2026-02-01T00:00:00Z") };
    expect(resemblanceOf(BEACON, "Northlight Bank", [BEACON, later])).toBeUndefined();
    expect(resemblanceOf(later, "Northlight Bank", [later, BEACON])?.to).toBe("app");
  });

  test("a short bank's name inside of another word is no resemblance", () => {
    expect(of("Bingo Planner", [], "ING")).toBeUndefined();
    expect(of("1NG", [], "ING")).toEqual({ to: "bank" });
  });

  test("what has no letters has no skeleton, and mixes nothing", () => {
    expect(skeletonOf("!?")).toBe("");
    expect(mixesAlphabets("£ 42 …")).toBe(false);
    expect(of("!?", [{ ...BEACON, name: "…" }])).toBeUndefined();
  });
});
