import { afterAll, beforeAll, expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createStaffLists } from "./staff-lists";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());

const lists = () => createStaffLists(world.db);
const [ME, YOU] = ["stf-me", "stf-you"].map(asStaffId) as [ReturnType<typeof asStaffId>, ReturnType<typeof asStaffId>];
const queries = async (staff = ME) => (await lists().savedOf(staff)).map(({ name, query }) => [name, query]);

test("a search is its person's own, and a name has one of them", async () => {
  expect(await lists().save(ME, "Open", "status=pending")).toBe(true);
  expect(await lists().save(ME, "Open", "status=authorised")).toBe(true);
  expect(await lists().save(YOU, "Open", "")).toBe(true);
  expect(await queries()).toEqual([["Open", "status=authorised"]]);
  const [mine] = await lists().savedOf(ME);
  await lists().forget(YOU, mine?.id ?? "");
  expect(await queries()).toHaveLength(1);
  await lists().forget(ME, mine?.id ?? "");
  expect(await queries()).toEqual([]);
  expect(await queries(YOU)).toEqual([["Open", ""]]);
});

test("there are fifty at most, and one of them can still be changed", async () => {
  for (let nth = 0; nth < 50; nth++) expect(await lists().save(ME, `Search ${nth}`, "")).toBe(true);
  expect(await lists().save(ME, "One more", "")).toBe(false);
  expect(await lists().save(ME, "Search 7", "kind=file-payment")).toBe(true);
  expect(await queries()).toHaveLength(50);
});

test("how somebody wants lists is known from then on", async () => {
  expect(await lists().lookOf(ME)).toBeUndefined();
  await lists().setLook(ME, { hidden: ["ends"], comfortable: true });
  await lists().setLook(ME, { hidden: [], comfortable: false });
  expect(await lists().lookOf(ME)).toEqual({ hidden: [], comfortable: false });
  expect(await lists().lookOf(YOU)).toBeUndefined();
});
