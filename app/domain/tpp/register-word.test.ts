import { describe, expect, test } from "vitest";
import { APP_ROLES } from "./app-facts";
import { aRegisterStatement as aStatement } from "./builders";
import { changesAsking, rolesBarred, rolesTaken, silenceToTell } from "./register-word";
import { registerChanges } from "./registration";

describe("A-05: for what a register lets nobody be asked", () => {
  test.each([
    ["a firm with every role: nothing", aStatement(), []],
    ["one that reads accounts alone", aStatement({ roles: ["account-information"] }), APP_ROLES.slice(1)],
    ["one that has no role left", aStatement({ roles: [] }), APP_ROLES],
    ["one that is withdrawn, whatever its roles", aStatement({ standing: "barred" }), APP_ROLES],
  ])("%s", (_, statement, barred) => expect(rolesBarred(statement)).toEqual(barred));

  test("what is taken is what was there before, and is said of no firm that is new or withdrawn as a whole", () => {
    const less = aStatement({ roles: ["account-information"] });
    expect(rolesTaken(aStatement(), less)).toEqual(["payment-initiation", "funds-confirmation"]);
    expect(rolesTaken(less, less)).toEqual([]);
    expect(rolesTaken(less, aStatement())).toEqual([]);
    expect(rolesTaken(undefined, less)).toEqual([]);
    expect(rolesTaken(aStatement(), aStatement({ standing: "barred", roles: [] }))).toEqual([]);
  });

  test.each([
    ["who is withdrawn", aStatement(), aStatement({ standing: "barred" }), true],
    ["who is back", aStatement({ standing: "barred" }), aStatement(), true],
    ["who loses a role", aStatement(), aStatement({ roles: [] }), true],
    ["who is found withdrawn at first sight", undefined, aStatement({ standing: "barred" }), true],
    ["who is found active at first sight", undefined, aStatement(), false],
    ["who has another name", aStatement(), aStatement({ name: "Beacon" }), false],
  ])("evidence is written of %s", (_, before, after, is) =>
    expect(changesAsking(registerChanges(before, after))).toBe(is),
  );
});

describe("A-05: a register that is silent", () => {
  const READ = new Date("2026-03-01T10:00:00Z");
  const later = (days: number) => new Date(READ.getTime() + days * 86_400_000);
  const told = (tried: number | undefined, now: number) =>
    silenceToTell({ readAt: READ, ...(tried !== undefined && { triedAt: later(tried) }) }, later(now));

  test.each([
    [6.9, 6.99, undefined],
    [6.99, 7, 7],
    [7, 7.1, undefined],
    [7.9, 8.01, 8],
    [2, 9.5, 9],
    [undefined, 7.5, 7],
  ])("last tried after %d days, and now %d: %d are told", (tried, now, days) => expect(told(tried, now)).toBe(days));

  test("one that was never heard has no last word that could be too old", () =>
    expect(silenceToTell({ triedAt: later(3) }, later(30))).toBeUndefined());
});
