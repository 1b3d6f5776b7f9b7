import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { CATALOGUES } from "~/i18n/catalogues";

const wired = vi.hoisted(() => ({ signRequest: async () => "locked" }));
vi.mock("~/web/services.server", () => ({ services: () => wired }));
vi.mock("~/web/require-customer.server", () => ({
  requireCustomer: async () => ({ customer: "cus-1", session: "here", ageMs: 0, unread: 0 }),
}));

const { action } = await import("./route");

beforeAll(() => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
});
afterAll(() => vi.unstubAllEnvs());

test("P-28: whoever was wrong too often elsewhere is told so, and not sent where nothing is asked of them", async () => {
  const request = new Request("http://assent.localhost/dashboard/signatures/id", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ choice: "sign", seen: "page" }),
  });
  const context = { nonce: "", scripts: false };
  const answer = await action({ request, params: { id: "id" }, context });
  expect(answer).toMatchObject({
    init: { status: 429 },
    data: { page: { message: CATALOGUES["en-GB"].signers.message.locked } },
  });
});
