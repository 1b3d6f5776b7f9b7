import { expect, test } from "vitest";
import { createSeal } from "./seal.server";

const key = (fill: number) => new Uint8Array(32).fill(fill);

test("what is sealed is opened again, also after the keys were rotated, and cannot be read in between", async () => {
  const sealed = await createSeal("next-hop", () => [key(1)]).seal("https://as.example/resume?answer=secret");
  expect(sealed).not.toContain("secret");
  const opened = await createSeal("next-hop", () => [key(2), key(1)]).open(sealed);
  expect(opened).toBe("https://as.example/resume?answer=secret");
});

test.each([
  ["another purpose", "visit", [key(1)]],
  ["another key", "next-hop", [key(3)]],
] as const)("it is refused for %s", async (_, purpose, keys) => {
  const sealed = await createSeal("next-hop", () => [key(1)]).seal("x");
  await expect(createSeal(purpose, () => keys).open(sealed)).rejects.toThrow("not sealed");
});

test("no letter of it can be changed, left out or added, and none stands for another", async () => {
  const seal = createSeal("next-hop", () => [key(1)]);
  const sealed = await seal.seal("x");
  for (let at = 0; at < sealed.length; at++) {
    await expect(seal.open(sealed.slice(0, at)), `${at} letters`).rejects.toThrow("not sealed");
    const others = ["A", "B", "_", "+", "=", ""].filter((other) => other !== sealed[at]);
    for (const other of [...others, `${sealed[at]}A`, `${sealed[at]}\n`]) {
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      await expect(seal.open(changed), changed).rejects.toThrow("not sealed");
    }
  }
});

test("the same text twice is never the same sealed, and each purpose has keys of its own", async () => {
  const [hop, visit] = (["next-hop", "visit"] as const).map((purpose) => createSeal(purpose, () => [key(1)]));
  const sealed = await Promise.all([hop?.seal("x"), hop?.seal("x"), visit?.seal("x")]);
  expect(new Set(sealed).size).toBe(3);
  const keyIds = sealed.map((each) => each?.split(".")[1]);
  expect(keyIds[0]).toBe(keyIds[1]);
  expect(keyIds[0]).not.toBe(keyIds[2]);
});

test.each(["", "2", "2.", "2.AAAAAAAA.", "2.AAAAAAAA.AA", "3.AAAAAAAA.AAAA", "ey", "eyJ.a.b.c.d"])(
  "what nobody sealed is refused: %j",
  async (text) => {
    await expect(createSeal("next-hop", () => [key(1)]).open(text)).rejects.toThrow("not sealed");
  },
);

/** As it lies in databases: sealed for "next-hop" with `key(1)` before this form. */
const JWE =
  "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwidHlwIjoibmV4dC1ob3AifQ..0HkZjeX15BGoMvIE.qgc3LtW1LOE1oO0cB9Ej6AphiaLWhmhreDnzPyfYO7iU9RFUAlin.q6lpw5MtkVnbOndvc4opTw";

test("what was sealed as a JWE still opens, for its purpose and with its key alone", async () => {
  expect(await createSeal("next-hop", () => [key(2), key(1)]).open(JWE)).toBe(
    "https://as.example/resume?answer=secret",
  );
  await expect(createSeal("visit", () => [key(1)]).open(JWE)).rejects.toThrow("not sealed");
  await expect(createSeal("next-hop", () => [key(2)]).open(JWE)).rejects.toThrow("not sealed");
  await expect(createSeal("next-hop", () => [key(1)]).open(JWE.replace("qgc3", "qgc4"))).rejects.toThrow("not sealed");
});
