import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuditRow, CHAIN_START, chainHash, eventHash } from "./chain";
import { anAuditRow } from "./chain.builders";
import { createChainVerifier, type Link } from "./verify-chain";

interface Place {
  link: Link;
  row: AuditRow | undefined;
}

function aChain(length: number): Place[] {
  let chain = CHAIN_START;
  return Array.from({ length }, (_, index) => {
    const seq = BigInt(index + 1);
    const row = anAuditRow({ correlationId: `correlation-${seq}` });
    const event = eventHash(row);
    chain = chainHash(chain, event, seq);
    const link = { tenant: "default", seq, eventId: row.id, eventAt: row.at, eventHash: event, chainHash: chain };
    return { link, row };
  });
}

function check(places: readonly Place[], signed: ReadonlyMap<bigint, Uint8Array> = new Map()): string[] {
  const verifier = createChainVerifier("default");
  return places.flatMap(({ link, row }) => {
    const chain = signed.get(link.seq);
    return [...verifier.next(link, row, chain && [chain])].map(({ what, seq }) => `${what} ${seq}`);
  });
}

const place = fc.integer({ min: 0, max: 19 });
const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe("a chain of twenty", () => {
  test("as it was made, nothing is found", () => {
    expect(check(aChain(20))).toEqual([]);
  });

  test.each([
    ["an event that was changed", "changed", (it: Place) => ({ ...it, row: anAuditRow({ kind: "x" }) })],
    ["an event that is gone", "missing", (it: Place) => ({ ...it, row: undefined })],
    [
      "an event's hash that was changed",
      "link-changed",
      ({ link, row }: Place) => ({ row, link: { ...link, eventHash: flipped(link.eventHash, 7) } }),
    ],
    [
      "a chain hash that was changed",
      "link-changed",
      ({ link, row }: Place) => ({ row, link: { ...link, chainHash: flipped(link.chainHash, 7) } }),
    ],
  ])("%s is found where it is, once, wherever that is", (_, what, harm) => {
    fc.assert(
      fc.property(place, (at) => {
        const places = aChain(20).map((each, index) => (index === at ? harm(each) : each));
        expect(check(places)).toEqual([`${what} ${at + 1}`]);
      }),
    );
  });

  test("any number of links that are gone are named by their places, however many", () => {
    const places = aChain(20);
    expect(check([...places.slice(0, 4), ...places.slice(5)])).toEqual(["link-missing 5"]);
    expect(check([...places.slice(0, 4), ...places.slice(9)])).toEqual(["link-missing 5 to 9"]);
    expect(check(places.slice(3))).toEqual(["link-missing 1 to 3"]);
  });

  test("a chain made anew throughout is whole, and is not the one that was signed", () => {
    const places = aChain(20);
    const signed = new Map([[20n, flipped(places[19]?.link.chainHash ?? CHAIN_START, 0)]]);
    expect(check(places, signed)).toEqual(["checkpoint-contradicted 20"]);
  });

  test("a touched link does not put the signature under it in doubt", () => {
    const places = aChain(20);
    const signed = new Map([[9n, places[8]?.link.chainHash ?? CHAIN_START]]);
    const [ninth] = places.slice(8);
    if (ninth) ninth.link = { ...ninth.link, chainHash: flipped(ninth.link.chainHash, 0) };
    expect(check(places, signed)).toEqual(["link-changed 9"]);
  });
});
