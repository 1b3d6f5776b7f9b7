import { expect, test } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import { aRegisteredApp, aRegisterStatement } from "~/domain/tpp/builders";
import type { LastLook, TppKnown } from "~/ports/tpp-registrations";
import { lookNotices, presentTpps } from "../admin.tpps._index/present";
import { standingNotices } from "./present-notices";

const NOW = new Date("2026-03-14T10:00:00Z");
const look = (over: Partial<LastLook> = {}): LastLook => ({ refused: [], isDue: false, readAt: NOW, ...over });
const known = (over: Partial<TppKnown> = {}): TppKnown => ({
  clientId: asClientId("tpp-beacon"),
  name: "Budget Beacon",
  standing: "active",
  roles: [],
  blockedRoles: [],
  consents: 0,
  authority: aRegisteredApp(),
  register: aRegisterStatement(),
  ...over,
});
const said = (over: Partial<TppKnown>, last = look()) =>
  standingNotices(known(over), last)
    .map(({ text }) => text)
    .join(" ");

test("A-05: of whom its register lets everything, nothing is said", () => expect(said({})).toBe(""));

test("A-05: of whom it withdraws, what stops and what goes on", () => {
  const barred = { standing: "barred", register: aRegisterStatement({ standing: "barred" }) } as const;
  expect(said(barred)).toBe(
    "Its register says that it may do nothing any more. Customers are asked for nothing new with it.",
  );
  expect(said({ ...barred, consents: 2 })).toContain("It has 2 live consents here. What customers agreed to goes on");
  // Of a register that was turned off its last word is all that is known, and stops nobody.
  expect(said(barred, look({ problem: "no-register" }))).not.toContain("asked for nothing new");
});

test("A-05: a role that the authorization server still has for it is told, and one that it never had is not", () => {
  const register = aRegisterStatement({ roles: ["account-information"] });
  expect(said({ register })).toBe(
    "Not registered for: Payments, Funds confirmation. Customers are asked for nothing new of that.",
  );
  expect(said({ register, authority: aRegisteredApp({ roles: ["account-information"] }) })).toBe("");
  expect(said({ register }, look({ problem: "no-register" }))).toBe("");
});

test("A-05: the list of TPPs says so too", () => {
  const row = (over: Partial<TppKnown>, last = look()) => {
    const page = { rows: [known(over)], hasPrevious: false, hasNext: false };
    const list = presentTpps({
      asked: {},
      ignored: [],
      page,
      holding: new Map(),
      look: last,
      maySync: false,
      now: NOW,
    });
    return list.rows[0]?.blocked;
  };
  const register = aRegisterStatement({ roles: ["payment-initiation", "funds-confirmation"] });
  expect(row({ register })).toBe("Not registered for: Account information");
  expect(row({ register, blockedRoles: ["payment-initiation"] })).toBe(
    "Not registered for: Account information. Blocked here: Payments",
  );
  expect(row({ register }, look({ problem: "no-register" }))).toBeUndefined();
  expect(row({})).toBeUndefined();
});

test("A-05: a register that is silent for a week is an alarm, and says who slips through", () => {
  const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);
  const notice = (count: number, problem?: string) =>
    lookNotices(look({ readAt: days(count), ...(problem && { problem }) }), NOW)[0];
  expect(notice(6.9, "away")).toMatchObject({ tone: "wait" });
  expect(notice(7, "away")).toMatchObject({ tone: "bad", text: expect.stringContaining("not answered for 7 days") });
  expect(notice(7, "away")?.text).toContain("can still ask customers");
  expect(notice(30, "no-register")).toMatchObject({ tone: "wait" });
  expect(notice(30)).toBeUndefined();
});
