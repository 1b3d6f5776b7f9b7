import { expect, test } from "vitest";
import { auditQueryOf } from "./audit-asked";

const query = (text: string) => auditQueryOf(new URLSearchParams(text));

test.each(["0000-01-01", "0001-01-01T10:00", "2026-02-31", "2026-13-01", "2026-03-14T25:00", "9999-12-31"])(
  "A-12: %s is no time that the record could have, is left out and named",
  (text) => {
    expect(query(`from=${text}`)).toEqual({ asked: {}, ignored: ["from"] });
    expect(query(`until=${text}`)).toEqual({ asked: {}, ignored: ["until"] });
  },
);

test("A-12: a day begins at midnight, UTC", () => {
  expect(query("from=2026-03-14&until=2026-03-14T10:05")?.asked).toEqual({
    from: new Date("2026-03-14T00:00:00Z"),
    until: new Date("2026-03-14T10:05:00Z"),
  });
});

test.each(["GB29 NWBK 6016 1331 9268 19", "4929000000006666"])(
  "A-12: what reads as the number of an account (%s) is nobody who did anything: it goes into no evidence",
  (who) => {
    expect(query(`who=${who}`)).toEqual({ asked: {}, ignored: ["who"] });
  },
);
