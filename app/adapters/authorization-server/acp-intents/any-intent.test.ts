import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aConsentRequest, anOffer } from "~/domain/consent/builders";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { payloadText } from "~/domain/evidence/shown-page";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { enGB } from "~/i18n/en-GB/index";
import { AuthorityError } from "~/ports/authorization-server";
import { presentConsent } from "~/ui/consent-question/present";
import { ORDERS } from "../orders.harness";
import { INTENT_READERS } from "./index";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };
const NOW = new Date("2026-03-14T10:00:00Z");

/** What becomes of an intent, whatever was sent as one. */
function outcomeOf(kind: ConsentKind, wire: unknown): string {
  try {
    const request = aConsentRequest({ subject: INTENT_READERS[kind](wire) });
    // What is kept and hashed must be able to be.
    payloadText(request);
    const page = presentConsent({ request, offered: [anOffer()], bank: BANK, now: NOW }, enGB);
    return page.state === "stopped" ? page.stop.is : page.state;
  } catch (error) {
    if (error instanceof AuthorityError) return error.failure;
    throw error;
  }
}

const KINDS = Object.keys(ORDERS) as ConsentKind[];

const wireOf = (kind: ConsentKind) => {
  const { request, terms } = ORDERS[kind] ?? {};
  return { ...request?.Data, ...terms };
};

/** Every place in it where a value stands, lists and objects too. */
function pathsIn(node: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== "object" || node === null) return [path];
  return [path, ...Object.entries(node).flatMap(([key, child]) => pathsIn(child, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((child, at) => (String(at) === key ? replaced(child, rest, value) : child));
  const children = node as Readonly<Record<string, unknown>>;
  return { ...children, [key]: replaced(children[key], rest, value) };
}

test.each(["toString", "__proto__", "constructor"])(
  "C-05: an account in the scheme %s is of a scheme that we do not know",
  (name) => {
    const DebtorAccount = { SchemeName: name, Identification: "20405011223301" };
    expect(INTENT_READERS["funds-confirmation"]({ DebtorAccount }).debtor.scheme).toBe("other");
  },
);

describe.each(KINDS)("C-05: %s", (kind) => {
  test("as it was ordered, it is understood", () => {
    expect(outcomeOf(kind, wireOf(kind))).not.toMatch(/not-understood/);
  });

  test("whatever one value is replaced by, there is a page or none, and nothing crashes", () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(...HOSTILE_CORPUS),
      fc.constantFrom(undefined, null, "", "\0", "toString", "__proto__", -1, 1e308, [], {}, { __proto__: null }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(wireOf(kind))), anything, (path, value) => {
        expect(typeof outcomeOf(kind, replaced(wireOf(kind), path, value))).toBe("string");
      }),
      { numRuns: 300 },
    );
  });
});
