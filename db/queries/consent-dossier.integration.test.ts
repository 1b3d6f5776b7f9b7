import { afterAll, beforeAll, expect, test } from "vitest";
import { asCaseId } from "~/domain/shared/ids";
import type { AskedChange } from "~/ports/consent-changes";
import { aStop, type ChangeWorld, STAFF, startChangeWorld } from "~/use-cases/change-consent.harness";
import { createConsentDossier } from "./consent-dossier";

let the: ChangeWorld;
beforeAll(async () => {
  the = await startChangeWorld();
});
afterAll(() => the.close());

const dossier = () => createConsentDossier(the.database.db, the.vault);
const intended = async (asked: AskedChange) => {
  const recorded = await the.changes.intend(asked);
  if (!recorded.ok) throw new Error(recorded.error);
  return recorded.value;
};

test("its cases; none of another's, and nobody signs where one yes is enough", async () => {
  const [{ id }, other] = [await the.authorised(), await the.authorised()];
  const report = {
    id: asCaseId("01a00000-0000-7000-8000-000000000001"),
    kind: "not-recognised",
    reference: "K7QM-3F0A",
  } as const;
  await the.changes.settle(await intended(aStop(id, { report })), {});
  expect(await dossier().casesOf(id)).toEqual([
    { kind: "not-recognised", reference: "K7QM-3F0A", state: "open", openedAt: expect.any(Date) },
  ]);
  expect(await dossier().casesOf(other.id)).toEqual([]);
  expect(await dossier().deliveriesOf(id)).toEqual([]);
  expect(await dossier().signingOf(id)).toBeUndefined();
});

test("A-02, A-03: what was asked for of one consent, newest first, with the words of staff, until its customer is erased", async () => {
  const [{ id }, other] = [await the.authorised(), await the.authorised()];
  const held = aStop(id, { move: "suspend", reason: "fraud-suspected", actor: STAFF, note: "Odd reads at night" });
  await the.changes.settle(await intended(held), {});
  await the.changes.settle(await intended(aStop(id)), {});
  const others = await intended(
    aStop(other.id, { move: "terminate", reason: "fraud", actor: STAFF, note: "Another's" }),
  );
  await the.changes.settle(others, {});
  expect(await dossier().changesOf(id)).toMatchObject([
    { move: "stop", actor: { type: "customer" }, state: "settled" },
    { move: "suspend", actor: { type: "staff", ref: STAFF.id }, state: "settled", note: "Odd reads at night" },
  ]);
  expect((await dossier().changesOf(id))[0]).not.toHaveProperty("note");
  await the.eraseCustomer();
  expect((await dossier().changesOf(id)).map(({ note }) => note)).toEqual([undefined, undefined]);
});
