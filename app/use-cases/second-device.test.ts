import { expect, test } from "vitest";
import { asCustomerId, asCustomerSessionId, asVisitId } from "~/domain/shared/ids";
import { aVisit } from "~/ports/consent-desk.builders";
import type { SecondDeviceDesk } from "~/ports/second-device-desk";
import { createCodeMac } from "~/web/code-mac.server";
import { joinVisit, offerVisit } from "./second-device";

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const PHONE = { customer: asCustomerId("cus-1"), session: asCustomerSessionId("phone") };
const VISIT = asVisitId("v".repeat(22));

function world() {
  const offered: string[] = [];
  const devices: Pick<SecondDeviceDesk, "offer" | "join"> = {
    offer: async (_visit, { codeMac }) => {
      offered.push(codeMac);
      return new Date();
    },
    join: async (mac) => (offered.includes(mac) ? VISIT : { refused: "unknown" }),
  };
  const under = (...keys: Uint8Array[]) => ({ devices, codeMac: createCodeMac(() => keys) });
  return { offered, under };
}

test("P-24: an offer is found by its code, of which the record has nothing", async () => {
  const { offered, under } = world();
  const code = (await offerVisit(under(OLD))(aVisit())) ?? "";
  expect(offered[0]).not.toContain(code);
  expect(await joinVisit(under(OLD))(code, PHONE)).toBe(VISIT);
  expect(await joinVisit(under(OLD))("ABCDEFGH", PHONE)).toEqual({ refused: "unknown" });
});

test("P-24: an offer is found when the keys change within its two minutes, and not without its key", async () => {
  const { under } = world();
  const code = (await offerVisit(under(OLD))(aVisit())) ?? "";
  expect(await joinVisit(under(NEW, OLD))(code, PHONE)).toBe(VISIT);
  expect(await joinVisit(under(NEW))(code, PHONE)).toEqual({ refused: "unknown" });
});

test("P-24: what is not offered has no code", async () => {
  const { under } = world();
  const needs = under(NEW);
  const answered = { ...needs, devices: { ...needs.devices, offer: async () => undefined } };
  expect(await offerVisit(answered)(aVisit())).toBeUndefined();
});
