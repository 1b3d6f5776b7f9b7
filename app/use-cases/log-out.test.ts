import { describe, expect, test } from "vitest";
import { asCustomerId, asCustomerSessionId } from "~/domain/shared/ids";
import type { CustomerSessions } from "~/ports/customer-sessions";
import { logOutWays } from "./log-out";

const customer = asCustomerId("cus-1");
const [here, there] = [asCustomerSessionId("here"), asCustomerSessionId("there")];
const at = new Date("2026-03-14T10:00:00Z");
const LIVE = { id: here, customer, device: {}, beganAt: at, leftMs: 60_000 };

/** What is done, in its order. */
function world({ live = true, fails = false } = {}) {
  const done: string[] = [];
  const told =
    (what: string) =>
    async (...about: unknown[]): Promise<never> => {
      done.push([what, ...about.map((each) => JSON.stringify(each))].join(" "));
      return undefined as never;
    };
  const sessions = {
    use: async () => (live ? LIVE : undefined),
    ofBank: async () => [LIVE, { ...LIVE, id: there }],
    end: told("end"),
    endOne: told("end one"),
    endAll: told("end all"),
    endAtBank: told("end at bank"),
  } as unknown as CustomerSessions;
  const putOut = fails ? () => Promise.reject(new Error("away")) : told("put out");
  return { ways: logOutWays({ sessions, devices: { putOut } }), done };
}

describe("P-24: who logs out puts out the devices that were let in under it, before the session goes", () => {
  test.each([
    ["here", (ways: Ways) => ways.here("token"), ['put out {"customer":"cus-1","session":"here"}', 'end "token"']],
    [
      "in another browser",
      (ways: Ways) => ways.there(customer, there),
      ['put out {"customer":"cus-1","session":"there"}', 'end one "cus-1" "there"'],
    ],
    ["everywhere", (ways: Ways) => ways.everywhere(customer), ['put out {"customer":"cus-1"}', 'end all "cus-1"']],
    [
      "of one session at the bank",
      (ways: Ways) => ways.atBank({ customer, bankSession: "sid", at }),
      [
        'put out {"customer":"cus-1","session":"here"}',
        'put out {"customer":"cus-1","session":"there"}',
        `end at bank ${JSON.stringify({ customer, bankSession: "sid", at })}`,
      ],
    ],
  ])("%s", async (_where, leave, expected) => {
    const { ways, done } = world();
    await leave(ways);
    expect(done).toEqual(expected);
  });

  test("of all sessions at the bank, also where the phone's own has ended idle", async () => {
    const { ways, done } = world();
    await ways.atBank({ customer, at });
    expect(done[0]).toBe('put out {"customer":"cus-1"}');
  });

  test("an idle session takes nobody with it: a visit outlasts it", async () => {
    const { ways, done } = world({ live: false });
    await ways.here("token");
    expect(done).toEqual(['end "token"']);
  });

  test("what fails half way is there to be tried again", async () => {
    const { ways, done } = world({ fails: true });
    await expect(ways.everywhere(customer)).rejects.toThrow("away");
    expect(done).toEqual([]);
  });
});

type Ways = ReturnType<typeof logOutWays>;
