import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import type { KnownApp, Resemblance } from "~/domain/tpp/resemblance";
import { DeskUnavailable } from "~/ports/consent-desk";
import { findResemblance } from "./find-resemblance";

const BEACON = { clientId: asClientId("tpp-beacon"), name: "Budget Beacon", since: new Date("2026-01-01T00:00:00Z") };
let answer: () => Promise<readonly KnownApp[]>;
let asked: number;
let alerts: (readonly [string, Resemblance])[];
let find: ReturnType<typeof findResemblance>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  alerts = [];
  answer = async () => [BEACON];
  const register = {
    knownApps: () => {
      asked += 1;
      return answer();
    },
  };
  find = findResemblance({ register, bank: "Northlight Bank", alert: (...told) => void alerts.push(told) });
});
afterEach(() => void vi.useRealTimers());

const named = (name: string | undefined) => ({ clientId: asClientId("tpp-new"), name });

test("a look-alike is found and told of once, and the record is asked once in a while", async () => {
  for (let page = 0; page < 3; page++) expect(await find(named("Budget Bеacon"))).toMatchObject({ to: "app" });
  expect(await find(named("Tallybook"))).toBeUndefined();
  expect([asked, alerts]).toEqual([
    1,
    [["tpp-new", { to: "app", name: "Budget Beacon", clientId: asClientId("tpp-beacon") }]],
  ]);
  vi.advanceTimersByTime(300_001);
  await find(named("Budget Bеacon"));
  expect([asked, alerts.length]).toEqual([2, 2]);
});

test("without our record a name is compared with the bank's, and with what was known before", async () => {
  answer = () => Promise.reject(new DeskUnavailable("down"));
  expect(await find(named("Nоrthlight Bank"))).toEqual({ to: "bank" });
  expect(await find(named("Budget Beac0n"))).toBeUndefined();
  answer = async () => [BEACON];
  expect(await find(named("Budget Beac0n"))).toMatchObject({ to: "app" });
});

test("C-02: no name resembles nobody, and other failures are not hidden", async () => {
  expect([await find(named(undefined)), asked]).toEqual([undefined, 0]);
  answer = () => Promise.reject(new TypeError("ours"));
  await expect(find(named("Tallybook"))).rejects.toThrow(TypeError);
});
