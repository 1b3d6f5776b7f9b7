import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ProjectionWorld, projectionWorld } from "#db/queries/consent-projection.harness";
import { type Authentication, STRONG } from "~/domain/factor/authentication";
import { createSigningWorld } from "./signing-world.harness";

/** P-22, P-23: what a log-in to one's own pages is enough for, by the table of the consent page. */

let world: ProjectionWorld;
let several: ReturnType<typeof createSigningWorld>;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  several = createSigningWorld(world.db, world.vault);
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const strong = (minutes: number): Authentication => ({ acr: STRONG, amr: [], authTime: ago(minutes) });

async function signing(id: string, authentication?: Authentication) {
  const signer = { ...several.here(id, several.ben), ...(authentication && { authentication }) };
  return several.signWithFactor(signer, await several.read(signer));
}

describe("data", () => {
  test("is signed by a log-in with both factors, of just now", async () => {
    const { id } = await several.openedToShare();
    expect(await signing(id, strong(2))).toBe("signed");
  });

  test.each<[string, Authentication | undefined]>([
    ["of a while ago", strong(11)],
    ["whose time nobody told", { acr: STRONG, amr: [] }],
    ["with one factor", { acr: "urn:openbanking:psd2:ca", amr: [], authTime: ago(2) }],
    ["of which nothing is known", undefined],
  ])("takes a factor after a log-in %s", async (_, authentication) => {
    const { id } = await several.openedToShare();
    expect(await signing(id, authentication)).toBe("to-be-confirmed");
  });

  test("takes one at high risk, and from then on, whatever the risk is later (P-16)", async () => {
    const { id } = await several.openedToShare();
    several.risks.now = "high";
    expect(await signing(id, strong(2))).toBe("to-be-confirmed");
    several.risks.now = "normal";
    expect(await signing(id, strong(2))).toBe("to-be-confirmed");
  });
});

test("a payment takes a factor that is bound to what was shown, however its signer logged in", async () => {
  const { id } = await several.opened();
  expect(await signing(id, strong(0))).toBe("to-be-confirmed");
});
