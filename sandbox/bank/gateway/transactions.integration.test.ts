import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type BankWorld, bankWorld } from "../testing/bank-world.ts";
import { issueToken } from "../testing/tokens.ts";
import { writeCursor } from "./page-cursor.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
let database: TestDatabase;
let world: BankWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await bankWorld(database.url, NOW);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

interface Transaction {
  AccountId: string;
  TransactionId: string;
  CreditDebitIndicator: string;
  Status: string;
  BookingDateTime: string;
  [element: string]: unknown;
}
interface Page {
  Data: { Transaction: Transaction[] };
  Links: Record<string, string>;
  Meta: Record<string, unknown>;
}

const MAIN = "/open-banking/v3.1/aisp/accounts/acc-arun-main/transactions";
const ALL = "/open-banking/v3.1/aisp/transactions";

async function page(path: string, token: string): Promise<Page> {
  const response = await world.call(path, { token });
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

/** Every page, following Next. */
async function pages(path: string, token: string): Promise<Page[]> {
  const found = [await page(path, token)];
  for (let next = found[0]?.Links["Next"]; next !== undefined; next = found.at(-1)?.Links["Next"]) {
    found.push(await page(next, token));
  }
  return found;
}

const all = async (path: string, token: string) => (await pages(path, token)).flatMap(({ Data }) => Data.Transaction);
const times = (transactions: readonly Transaction[]) => transactions.map((it) => it.BookingDateTime);

async function refusal(path: string, token = issueToken(world)) {
  const response = await world.call(path, { token });
  return [response.status, await response.json()];
}

describe("paging", () => {
  test("walks everything once, newest first, in full pages but the last, forth and back", async () => {
    const token = issueToken(world);
    const found = await pages(MAIN, token);
    const ids = found.flatMap(({ Data }) => Data.Transaction.map((it) => it.TransactionId));
    expect(ids.length).toBeGreaterThan(1_000);
    expect(new Set(ids).size).toBe(ids.length);
    expect(found.slice(0, -1).every(({ Data }) => Data.Transaction.length === 100)).toBe(true);
    expect(found[0]?.Meta["TotalPages"]).toBe(found.length);
    const booked = times(found.flatMap(({ Data }) => Data.Transaction));
    expect(booked).toEqual([...booked].sort().reverse());

    expect(found[0]?.Links).not.toHaveProperty("Prev");
    expect(found.at(-1)?.Links).not.toHaveProperty("Next");
    expect((await page(found[1]?.Links["Prev"] ?? "", token)).Data).toEqual(found[0]?.Data);
    expect((await page(found[0]?.Links["Last"] ?? "", token)).Data).toEqual(found.at(-1)?.Data);
    expect((await page(found[3]?.Links["Self"] ?? "", token)).Data).toEqual(found[3]?.Data);
  });

  test("keeps its filter and its moment: nothing moves between pages", async () => {
    const token = issueToken(world);
    const filtered = `${MAIN}?fromBookingDateTime=2025-01-01T00:00:00&toBookingDateTime=2025-12-31T23:59:59`;
    const before = await pages(filtered, token);
    expect(before.length).toBeGreaterThan(2);
    expect(times(before.flatMap(({ Data }) => Data.Transaction)).every((it) => it.startsWith("2025-"))).toBe(true);
    const second = (await page(MAIN, token)).Links["Next"] ?? "";
    const atOnce = await page(second, token);
    world.setNow(new Date(NOW.getTime() + 3 * 86_400_000));
    const later = await page(second, token);
    world.setNow(NOW);
    expect(later.Data).toEqual(atOnce.Data);
  });

  test("a page of another consent, another resource, or of nobody is refused", async () => {
    const next = (await page(MAIN, issueToken(world))).Links["Next"] ?? "";
    const { search } = new URL(next);
    const wrong = [
      400,
      expect.objectContaining({
        Errors: [expect.objectContaining({ ErrorCode: "UK.OBIE.Field.Invalid", Path: "cursor" })],
      }),
    ];
    expect(await refusal(next, issueToken(world, { id: "aac-2" }))).toEqual(wrong);
    expect(await refusal(`${ALL}${search}`)).toEqual(wrong);
    expect(await refusal(`${MAIN}?cursor=rubbish`)).toEqual(wrong);
    expect((await refusal(`${next}&fromBookingDateTime=2026-01-01T00:00:00`))[0]).toBe(400);
  });

  test("a forged page opens neither an older history nor a wider window", async () => {
    const token = issueToken(world, { transaction_from: "2026-01-01T00:00:00Z" });
    const forged = { consent: "aac-1", account: "acc-arun-main", from: "2020-01-01T00:00:00.000Z", offset: 0 };
    const cursor = writeCursor({ ...forged, asOf: "2030-01-01T00:00:00.000Z" });
    const found = await all(`${MAIN}?cursor=${cursor}`, token);
    expect(found.length).toBeGreaterThan(10);
    expect(times(found).every((it) => it >= "2026-01-01" && it < "2026-02-12")).toBe(true);
  });
});

describe("the window", () => {
  test("is the consent's, cut by the bank's 24 months, and Meta says so", async () => {
    const open = await pages(MAIN, issueToken(world));
    expect(open[0]?.Meta["FirstAvailableDateTime"]).toBe("2024-02-10T00:00:00.000Z");
    expect(
      times(open.flatMap(({ Data }) => Data.Transaction))
        .at(-1)
        ?.slice(0, 8),
    ).toBe("2024-02-");
    const token = issueToken(world, {
      transaction_from: "2025-12-20T00:00:00+00:00",
      transaction_to: "2026-01-05T23:59:59+00:00",
    });
    const cut = await page(MAIN, token);
    expect(cut.Meta).toMatchObject({
      FirstAvailableDateTime: "2025-12-20T00:00:00.000Z",
      LastAvailableDateTime: "2026-01-05T23:59:59.000Z",
    });
    const booked = times(cut.Data.Transaction);
    expect(booked.every((it) => it >= "2025-12-20" && it < "2026-01-06")).toBe(true);
    expect(new Set(booked.map((it) => it.slice(0, 4)))).toEqual(new Set(["2025", "2026"]));
  });

  test.each([
    ["within", "2025-12-24T00:00:00", "2025-12-26T23:59:59", "2025-12-24", "2025-12-27"],
    ["reaching before it", "2025-01-01T00:00:00", "2025-12-22T00:00:00", "2025-12-20", "2025-12-22T00:00:00.001"],
    ["with a zone, which is ignored", "2025-12-24T00:00:00+05:00", "2025-12-26T23:59:59Z", "2025-12-24", "2025-12-27"],
    [
      "with a zone whose plus sign was not encoded",
      "2025-12-24T00:00:00+01:00",
      "2025-12-25T00:00:00",
      "2025-12-24",
      "2025-12-25T00:00:00.001",
    ],
  ])("a filter %s gives the intersection", async (_, from, to, first, end) => {
    const token = issueToken(world, {
      transaction_from: "2025-12-20T00:00:00Z",
      transaction_to: "2026-01-05T23:59:59Z",
    });
    const booked = times(await all(`${MAIN}?fromBookingDateTime=${from}&toBookingDateTime=${to}`, token));
    expect(booked.length).toBeGreaterThan(0);
    expect(booked.every((it) => it >= first && it < end)).toBe(true);
    const whole = times(await all(MAIN, token)).filter((it) => it >= first && it < end);
    expect(booked).toEqual(whole);
  });

  test("a filter beside it is an empty list, not an error", async () => {
    const token = issueToken(world, { transaction_from: "2025-12-20T00:00:00Z" });
    const beside = await page(`${MAIN}?toBookingDateTime=2025-06-01T00:00:00`, token);
    expect([beside.Data.Transaction, beside.Meta["TotalPages"]]).toEqual([[], 1]);
    const inverted = `${MAIN}?fromBookingDateTime=2026-01-02T00:00:00&toBookingDateTime=2026-01-01T00:00:00`;
    expect((await page(inverted, token)).Data.Transaction).toEqual([]);
  });

  test.each([
    "yesterday",
    "2026-02-30T00:00:00",
    "2026-13-01T00:00:00",
    "2026-01-01T25:00:00",
    "2026-01-01",
    "",
    "1767225600",
  ])("%j is no date", async (value) => {
    for (const name of ["fromBookingDateTime", "toBookingDateTime"]) {
      for (const [version, code] of [
        ["v3.1", "UK.OBIE.Field.InvalidDate"],
        ["v4.0", "U003"],
      ] as const) {
        expect(await refusal(`${MAIN.replace("v3.1", version)}?${name}=${value}`)).toEqual([
          400,
          expect.objectContaining({ Errors: [expect.objectContaining({ ErrorCode: code, Path: name })] }),
        ]);
      }
    }
  });
});

describe("what a permission shows", () => {
  const BASIC = ["ReadTransactionsBasic", "ReadTransactionsCredits", "ReadTransactionsDebits"];
  const WITHHELD = ["TransactionInformation", "Balance", "MerchantDetails", "CreditorAccount", "DebtorAccount"];

  test("credits only, debits only, both", async () => {
    const shown = async (...directions: string[]) => {
      const token = issueToken(world, { permissions: ["ReadTransactionsBasic", ...directions] });
      return all(MAIN, token);
    };
    const [credits, debits, both] = await Promise.all([
      shown("ReadTransactionsCredits"),
      shown("ReadTransactionsDebits"),
      shown("ReadTransactionsCredits", "ReadTransactionsDebits"),
    ]);
    expect(new Set(credits.map((it) => it.CreditDebitIndicator))).toEqual(new Set(["Credit"]));
    expect(new Set(debits.map((it) => it.CreditDebitIndicator))).toEqual(new Set(["Debit"]));
    expect(credits.length + debits.length).toBe(both.length);
  });

  test("basic tells nothing of who and what for, detail does", async () => {
    const basic = await all(MAIN, issueToken(world, { permissions: BASIC }));
    expect(basic.some((it) => WITHHELD.some((element) => element in it))).toBe(false);
    const detail = await all(MAIN, issueToken(world, { permissions: [...BASIC, "ReadTransactionsDetail"] }));
    for (const element of WITHHELD) expect(detail.some((it) => element in it)).toBe(true);
  });

  test("card numbers are masked without ReadPAN, the customer's own and others'", async () => {
    const path = ALL;
    const masked = JSON.stringify(
      await all(path, issueToken(world, { permissions: [...BASIC, "ReadTransactionsDetail"] })),
    );
    expect(masked).toContain("492942******1234");
    expect(masked).not.toContain("4929420000001234");
    const card = await all(path.replace("/transactions", "/accounts/acc-arun-card/transactions"), issueToken(world));
    expect(card.find((it) => "CardInstrument" in it)?.["CardInstrument"]).toMatchObject({
      Identification: "4929420000001234",
    });
  });

  test("booked and pending, in each version's words", async () => {
    const v3 = await all(MAIN, issueToken(world));
    const v4 = await all(MAIN.replace("v3.1", "v4.0"), issueToken(world));
    expect(new Set(v3.map((it) => it.Status))).toEqual(new Set(["Booked", "Pending"]));
    expect(new Set(v4.map((it) => it.Status))).toEqual(new Set(["BOOK", "PDNG"]));
    expect(v4.map((it) => it.TransactionId)).toEqual(v3.map((it) => it.TransactionId));
  });

  test("all accounts of the consent, and only those", async () => {
    const found = await all(ALL, issueToken(world, { account_ids: ["acc-arun-bills", "acc-arun-euro"] }));
    expect(new Set(found.map((it) => it.AccountId))).toEqual(new Set(["acc-arun-bills", "acc-arun-euro"]));
  });
});
