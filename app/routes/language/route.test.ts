import { beforeAll, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { action, loader } from "./route";

const ORIGIN = "http://assent.localhost:4100";

beforeAll(() => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
});

function choose(fields: Record<string, string>, origin = ORIGIN): Promise<Response> {
  const request = new Request(`${ORIGIN}/language`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams(fields),
  });
  return action({ request, params: {}, context: { nonce: "", scripts: false } }).catch((thrown: Response) => thrown);
}

test("remembers the language and goes back to the page on which it was chosen", async () => {
  const answer = await choose({ show: "language:en-GB", to: "/consent/AAAAAAAAAAAAAAAAAAAAAA/outcome" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/consent/AAAAAAAAAAAAAAAAAAAAAA/outcome");
  expect(answer.headers.get("set-cookie")).toMatch(/^__Host-language=en-GB;/);
});

test.each(["//evil.example", "https://evil.example", "/.//evil.example", "/\\evil.example", ""])(
  "leads to no other site: %j",
  async (to) => {
    expect((await choose({ show: "language:en-GB", to })).headers.get("location")).toBe("/");
  },
);

test.each([{}, { show: "" }, { show: "language:" }, { show: "language:xx" }, { show: "find" }])(
  "rubbish is no fault, and remembers nothing: %j",
  async (fields) => {
    const answer = await choose({ ...fields, to: "/" });
    expect(answer.status).toBe(303);
    expect(answer.headers.has("set-cookie")).toBe(false);
  },
);

test("another site's form chooses nothing", async () => {
  const answer = await choose({ show: "language:en-GB", to: "/" }, "https://evil.example");
  expect(answer.status).toBe(403);
  expect(answer.headers.has("set-cookie")).toBe(false);
});

test("there is nothing to see at its address", () => {
  expect(() => loader()).toThrow(expect.objectContaining({ status: 404 }));
});
