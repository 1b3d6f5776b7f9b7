import { expect, test, vi } from "vitest";

const error = vi.fn();
vi.mock("./log.server", () => ({ log: () => ({ error, warn: vi.fn() }) }));
vi.mock("~/env.server", () => ({ env: () => ({ brand: { name: "B", phone: "0" } }) }));

const { alertsRaised } = await import("./alerts.server");
const { stopFor } = await import("./stop.server");
const { AuthorityError } = await import("~/ports/authorization-server");

test("C-05: a request that we cannot show exactly stops the page, and is an alert: logged by name, and counted", () => {
  const before = alertsRaised()["request-not-understood"];
  const failure = new AuthorityError("request-not-understood", "unknown permissions: ReadFuture");
  expect(stopFor(failure, { retry: "/" })).toMatchObject({ is: "not-understood" });
  expect(alertsRaised()["request-not-understood"]).toBe(before + 1);
  expect(error).toHaveBeenCalledWith(
    expect.objectContaining({ alert: "request-not-understood", err: failure }),
    expect.any(String),
  );
});

test("an authorization server that is down is none", () => {
  const before = alertsRaised()["request-not-understood"];
  stopFor(new AuthorityError("unavailable", "no answer in time"), { retry: "/" });
  expect(alertsRaised()["request-not-understood"]).toBe(before);
});
