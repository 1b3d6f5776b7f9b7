import { afterAll, beforeAll, expect, test } from "vitest";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createTppSuspensions } from "./tpp-suspensions";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

test("A-06: of workers that run one approval at the same moment each says that it is suspended", async () => {
  const { suspend, of } = createTppSuspensions(world.db, "test");
  for (let round = 0; round < 10; round++) {
    const clientId = asClientId(`tpp-race-${round}`);
    const approved = { approvalId: `race-${round}`, askedBy: asStaffId("stf-1"), correlationId: "c" };
    const act = { clientId, scope: "payments", from: new Date().toISOString(), reason: "a test of it" } as const;
    expect(await Promise.all(Array.from({ length: 6 }, () => suspend(act, approved)))).toEqual(Array(6).fill(true));
    expect(await of(clientId, 9)).toHaveLength(1);
  }
});
