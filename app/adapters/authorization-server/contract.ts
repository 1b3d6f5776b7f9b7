import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asConsentId } from "~/domain/shared/ids";
import { consentContract } from "./contract-consents";
import { eventContract } from "./contract-events";
import { handoffContract } from "./contract-handoffs";
import { modeContract } from "./contract-modes";
import { context, createSteps, paused, refuse, type Surroundings } from "./contract-steps";

/** One suite that every adapter of the authorization-server port runs. */
export function authorizationServerContract(name: string, surround: () => Promise<Surroundings>): void {
  describe(`${name} as an authorization server`, () => {
    let surroundings: Surroundings;
    beforeAll(async () => {
      surroundings = await surround();
    });
    afterAll(() => surroundings.close());
    const the = () => surroundings;
    const { handOff, anEvent } = createSteps(the);

    handoffContract(the);
    modeContract(the);
    consentContract(the);
    eventContract(the);

    test("nobody at the other end: unavailable, and nothing else is claimed", async () => {
      const handoff = await handOff();
      const unavailable = { failure: "unavailable" };
      await expect(the().unreachable.describe(handoff, context)).rejects.toMatchObject(unavailable);
      await expect(the().unreachable.decide(handoff, refuse, context)).rejects.toMatchObject(unavailable);
      await expect(the().unreachable.suspendConsent(asConsentId("aac-1"), paused, context)).rejects.toMatchObject(
        unavailable,
      );
      await expect(the().unreachable.listClients(context)).rejects.toMatchObject(unavailable);
      await expect(the().unreachable.readEvent(await anEvent())).rejects.toMatchObject(unavailable);
    });
  });
}
