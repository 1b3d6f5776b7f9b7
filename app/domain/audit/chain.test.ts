import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditRow, CHAIN_START, canonicalRow, chainHash, eventHash } from "./chain";
import { anAuditRow } from "./chain.builders";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("the bytes that are hashed are written down here, and never change again", () => {
  const text =
    '{"actorRef":"5b0f1c9e-3b0e-4d43-9f0a-0c6f5c1d2e3f","actorType":"customer","at":"1767225600.000001",' +
    '"clientId":"client-1","consentId":"consent-1","correlationId":"correlation-1",' +
    '"customerRef":"5b0f1c9e-3b0e-4d43-9f0a-0c6f5c1d2e3f","detail":{"decisionId":"d-1","outcome":"allowed"},' +
    '"id":"01900000-0000-7000-8000-000000000001","kind":"account-access","personal":"c2VhbGVk",' +
    '"tenant":"default","type":"decision-intended"}';
  expect(canonicalRow(anAuditRow())).toBe(text);
  expect(hex(eventHash(anAuditRow()))).toBe(createHash("sha256").update(text).digest("hex"));
});

test("a chain hash stands for what was before, the event, and its place", () => {
  const event = eventHash(anAuditRow());
  const first = chainHash(CHAIN_START, event, 1n);
  const bytes = Buffer.concat([Buffer.alloc(32), event, Buffer.from("0000000000000001", "hex")]);
  expect(hex(first)).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(hex(chainHash(CHAIN_START, event, 2n))).not.toBe(hex(first));
  expect(hex(chainHash(first, event, 1n))).not.toBe(hex(first));
});

test("no two different rows have the same bytes", () => {
  const text = fc.option(fc.string({ unit: "binary" }));
  const change = fc.record({ consentId: text, clientId: text, kind: text, actorRef: text, personal: text });
  fc.assert(
    fc.property(change, change, (one, other) => {
      const same = (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
      const [a, b] = [anAuditRow(one as Partial<AuditRow>), anAuditRow(other as Partial<AuditRow>)];
      expect(canonicalRow(a) === canonicalRow(b)).toBe(same);
    }),
  );
});
