import { expect, test } from "vitest";
import { actingAs } from "./draft";

test("P-09: ticks are set aside with the capacity they were made in, and are back with it", () => {
  const first = actingAs("personal", {}, []);
  expect(first).toMatchObject({ profile: "personal", chosen: [], setAside: [] });
  const away = actingAs("business", first, ["mine"]);
  expect(away).toMatchObject({ profile: "business", chosen: [], setAside: ["mine"] });
  const back = actingAs("personal", away, ["till"]);
  expect(back).toMatchObject({ profile: "personal", chosen: ["mine"], setAside: ["till"] });
});

test("P-09: pressed twice, or in a second tab, nothing that was ticked is lost", () => {
  const once = actingAs("business", { profile: "personal", setAside: ["till"] }, ["mine"]);
  expect(actingAs("business", once, ["mine"])).toEqual(once);
});
