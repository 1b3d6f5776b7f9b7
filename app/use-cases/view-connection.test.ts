import { expect, test } from "vitest";
import { DeskUnavailable } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { viewConnection } from "./view-connection";

test("P-12: our own record says what this customer has with this app, the request itself aside", async () => {
  const visit = aVisit();
  const asked: unknown[] = [];
  const found = { sharing: [] };
  const register = {
    connectionOf: async (...of: unknown[]) => {
      asked.push(of);
      return found;
    },
  };
  expect(await viewConnection({ register })(visit)).toBe(found);
  expect(asked).toEqual([[visit.customer, visit.clientId, visit.consentId]]);
});

test("P-12: without our record there is no notice, and a fault of ours is not taken for that", async () => {
  const failing = (error: Error) =>
    viewConnection({ register: { connectionOf: () => Promise.reject(error) } })(aVisit());
  expect(await failing(new DeskUnavailable("down"))).toBeUndefined();
  await expect(failing(new TypeError("ours"))).rejects.toThrow(TypeError);
});
