import { expect, test } from "vitest";
import { paths } from "~/paths";
import { goesOnTo, goingOnTo, logInFor } from "./log-in-after-form.server";

const PAGE = "https://assent.example/admin/approvals/1/decide";
const asking = (address: string) => new Request(new URL(address, PAGE));

test("whoever opens a page goes to the log-in, whoever sends a form to a page that goes on to it", () => {
  const address = paths.adminStepUp("/admin/approvals/1/decide?again=yes");
  expect(logInFor(new Request(PAGE), address)).toBe(address);
  expect(goesOnTo(asking(address))).toBeUndefined();
  const after = logInFor(new Request(PAGE, { method: "POST" }), address);
  expect(after).not.toBe(address);
  expect(goesOnTo(asking(after))).toBe(address);
});

test("it goes on within our origin, whatever the address says", () => {
  const address = goesOnTo(asking("/admin/log-in?to=https%3A%2F%2Fevil.example%2F%0d%0aX%3A+y&after-form=yes"));
  expect(address).toBe("/admin/log-in?to=https%3A%2F%2Fevil.example%2F%0D%0AX%3A+y");
  expect(goingOnTo(address ?? "").headers.Refresh).toMatch(/^0;url=\/admin\/log-in\?/);
});
