import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import type { AppDenial } from "~/domain/tpp/suspension";
import { signingRecords } from "./signing-records.harness";
import { createSigningWorld, signerOf } from "./signing-world.harness";

/** P-28: whoever signs after the first is asked, too. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
let records: ReturnType<typeof signingRecords>;
beforeAll(async () => {
  world = await projectionWorld();
  records = signingRecords(world.db);
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

const stopped = (clientId: AppDenial["clientId"], what: Omit<AppDenial, "clientId">) =>
  void several.denials.splice(0, 1, { clientId, ...what });

test.each([
  ["register", { effect: "new-consents", role: "payment-initiation", by: "register" }],
  ["bank", { effect: "payments" }],
  ["bank", { effect: "all-access" }],
] as const)("by the word of the %s nobody signs for the app any more, until that is over", async (by, what) => {
  const { id, visit } = await several.opened();
  const ben = several.here(id, several.ben);
  const seen = await several.read(ben);
  stopped(visit.clientId, what);
  expect(await several.view(id, several.ben)).toMatchObject({ stoppedBy: by, shown: { can: "nothing" } });
  expect(await several.signSeen(ben, seen)).toBe("closed");
  expect(await records.statusOf(visit.consentId)).toBe("partially-authorised");
  several.denials.splice(0);
  expect(await several.signSeen(ben, seen)).toBe("signed");
  expect(await records.statusOf(visit.consentId)).toBe("authorised");
});

test("what waits for a factor by then is not confirmed", async () => {
  const { id, visit } = await several.opened();
  const ben = await several.asked(id, several.ben);
  const code = await ben.code();
  stopped(visit.clientId, { effect: "new-consents", by: "register" });
  expect(await ben.byCode(code)).toEqual({ is: "elsewhere", standing: { is: "closed" } });
  expect(await records.statusOf(visit.consentId)).toBe("partially-authorised");
});

test("of another role, or a kind that it is not about, it goes on; and a no can be said all the same", async () => {
  several.mandate(
    [several.ada, several.ben, several.cy].map((each) => signerOf(each)),
    { anyOf: [{ A: 3 }] },
  );
  const { id, visit } = await several.opened(3);
  stopped(visit.clientId, { effect: "new-consents", role: "account-information", by: "register" });
  expect(await several.sign(id, several.ben)).toBe("signed");
  const seen = await several.read(several.here(id, several.cy));
  stopped(visit.clientId, { effect: "all-access" });
  // Who has signed is told of the others, as before.
  expect(await several.view(id, several.ben)).toMatchObject({ shown: { can: "wait" } });
  expect(await several.declineSeen(several.here(id, several.cy), seen)).toBe("declined");
});
