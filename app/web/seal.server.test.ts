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

test("a changed byte is refused", async () => {
  const seal = createSeal("next-hop", () => [key(1)]);
  const sealed = await seal.seal("x");
  const at = sealed.length - 30;
  const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  await expect(seal.open(changed)).rejects.toThrow("not sealed");
});
