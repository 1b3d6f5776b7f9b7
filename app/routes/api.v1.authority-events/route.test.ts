import { beforeEach, expect, test, vi } from "vitest";
import { AuthorityError } from "~/ports/authorization-server";
import { DeskUnavailable } from "~/ports/consent-desk";

const receive = vi.hoisted(() => vi.fn<(body: string) => Promise<boolean>>());
vi.mock("~/web/services.server", () => ({ services: () => ({ receiveAuthorityEvent: receive }) }));
vi.mock("~/web/log.server", () => ({ log: () => ({ error: () => {} }) }));

const { action } = await import("./route");

beforeEach(() => {
  receive.mockReset().mockResolvedValue(true);
});

async function ask(method: string, headers: Record<string, string>, body = "a.b.c") {
  const request = new Request("http://assent.localhost/api/v1/authority-events", { method, headers, body });
  const args = { request, params: {}, context: { nonce: "", scripts: false } };
  return action(args).catch((thrown: unknown) => thrown as Response);
}
const TOKEN = { "content-type": "application/secevent+jwt" };

test("an event is acknowledged with 202 and nothing else (RFC 8935 section 2.2)", async () => {
  const answer = await ask("POST", TOKEN);
  expect(answer.status).toBe(202);
  expect(await answer.text()).toBe("");
  expect(receive).toHaveBeenCalledWith("a.b.c");
});

test("what nobody signed for us is refused in the standard's words, and nothing of it is repeated", async () => {
  receive.mockResolvedValue(false);
  const answer = await ask("POST", TOKEN, "hostile");
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    err: "authentication_failed",
    description: expect.not.stringContaining("hostile"),
  });
});

test.each(["application/json", "application/x-www-form-urlencoded", "text/plain", ""])(
  "%s is no token",
  async (type) => {
    const answer = await ask("POST", { "content-type": type });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ err: "invalid_request" });
    expect(receive).not.toHaveBeenCalled();
  },
);

test("nothing but POST", async () => {
  expect((await ask("PUT", TOKEN)).status).toBe(405);
});

test.each([new DeskUnavailable("away"), new AuthorityError("unavailable", "away")])(
  "what could not be kept is not acknowledged: %s",
  async (error) => {
    receive.mockRejectedValue(error);
    expect((await ask("POST", TOKEN)).status).toBe(503);
  },
);
