import { beforeEach, expect, test, vi } from "vitest";
import { BankAccessUnavailable } from "~/ports/bank-access";
import { DeskUnavailable } from "~/ports/consent-desk";
import { readsCounted } from "~/web/read-count.server";

const take = vi.hoisted(() => vi.fn<(body: string) => Promise<unknown>>());
const wired = vi.hoisted(() => ({ takeAccessReport: take as unknown }));
vi.mock("~/web/services.server", () => ({ services: () => wired }));
vi.mock("~/web/log.server", () => ({ log: () => ({ error: () => {} }) }));

const { action } = await import("./route");

const TAKEN = { taken: 2, repeated: 1, refused: [{ index: 3, field: "at" }], early: ["e"] };

beforeEach(() => {
  take.mockReset().mockResolvedValue(TAKEN);
  wired.takeAccessReport = take;
});

async function ask(method = "POST", type = "application/jose") {
  const body = method === "GET" ? {} : { body: "a.b.c" };
  const request = new Request("http://assent.localhost/api/v1/access-events", {
    method,
    headers: { "content-type": type },
    ...body,
  });
  return action({ request, params: {}, context: { nonce: "", scripts: false } }).catch((thrown: unknown) => thrown);
}
const answered = async (answer: unknown) => [(answer as Response).status, await (answer as Response).text()];

test("says what became of each event, and counts it", async () => {
  const before = { ...readsCounted() };
  const answer = (await ask()) as Response;
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { taken: 2, repeated: 1, refused: [{ index: 3, problem: "field-invalid", field: "at" }], early: ["e"] },
  ]);
  expect(take).toHaveBeenCalledWith("a.b.c");
  const after = readsCounted();
  expect([after.taken, after.repeated, after.refused, after.early].map((count) => count)).toEqual([
    before.taken + 2,
    before.repeated + 1,
    before.refused + 1,
    before.early + 1,
  ]);
});

test("what the bank did not sign is refused, counted and not repeated", async () => {
  take.mockResolvedValue("unsigned");
  const before = readsCounted().unsigned;
  expect(await answered(await ask())).toEqual([400, '{"problem":"authentication-failed"}']);
  expect(readsCounted().unsigned).toBe(before + 1);
});

test("a report of another shape is refused as a whole, and the place is named", async () => {
  take.mockResolvedValue({ field: "told_until" });
  expect(await answered(await ask())).toEqual([400, '{"problem":"field-invalid","field":"told_until"}']);
});

test("nothing but a POST of a signed report", async () => {
  expect(await answered(await ask("PUT"))).toEqual([405, ""]);
  expect(await answered(await ask("POST", "application/json"))).toEqual([415, '{"problem":"not-jose"}']);
  expect(take).not.toHaveBeenCalled();
});

test.each([new DeskUnavailable("away"), new BankAccessUnavailable("away")])(
  "what could not be kept is not acknowledged: %s",
  async (error) => {
    take.mockRejectedValue(error);
    expect((await answered(await ask()))[0]).toBe(503);
  },
);

test("a bank that has not said who signs has no such address", async () => {
  wired.takeAccessReport = undefined;
  expect(await answered(await ask())).toEqual([404, ""]);
});
