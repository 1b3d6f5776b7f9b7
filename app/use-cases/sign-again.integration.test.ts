import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { FACTOR_SECONDS, LOCK_SECONDS, MOST_WRONG } from "~/domain/factor/code";
import { signerVisitId } from "./agree-to-sign";
import { wrong } from "./factor-world.harness";
import { createSigningWorld, signerOf } from "./signing-world.harness";

/** P-28: a log-in of a signer in which a factor was asked for before, and may be asked for again. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

test("the lock is over after its time, in the same log-in too, with as many tries as before", async () => {
  const { id } = await several.opened();
  const ben = await several.asked(id, several.ben);
  const code = await ben.code();
  for (let each = 0; each < MOST_WRONG; each += 1) await ben.byCode(wrong(code));
  const age = (seconds: number) =>
    world.db.execute(sql`update assent.factor_request set expires_at = expires_at - make_interval(secs => ${seconds})
      where visit_id = ${signerVisitId(ben.signer)}`);
  await age(FACTOR_SECONDS + LOCK_SECONDS - 60);
  expect((await several.asked(id, several.ben)).answered).toBe("locked");
  await age(60);
  const again = await several.asked(id, several.ben);
  expect(again.answered).toBe("to-be-confirmed");
  expect(await again.byCode(wrong(await again.code()))).toMatchObject({ is: "wrong", left: MOST_WRONG - 1 });
  expect(await again.byPasskey()).toEqual({ is: "signed" });
});

test("who signed, signed no more for the account and does again, can sign anew in the same log-in", async () => {
  several.mandate(
    [several.ada, several.ben, several.cy].map((each) => signerOf(each)),
    { anyOf: [{ A: 3 }] },
  );
  const { id } = await several.opened(3);
  const signers = [several.ada, several.cy].map((each) => signerOf(each));
  expect(await (await several.asked(id, several.ben)).byPasskey()).toEqual({ is: "signed" });
  several.mandate(signers, { anyOf: [{ A: 3 }] });
  expect(await (await several.asked(id, several.cy)).byPasskey()).toEqual({ is: "signed" });
  several.mandate([...signers, signerOf(several.ben)], { anyOf: [{ A: 3 }] });
  expect(await (await several.asked(id, several.ben)).byPasskey()).toEqual({ is: "signed" });
});
