import { randomUUID } from "node:crypto";
import { clientCredentialsGrant } from "openid-client";
import type { TppId } from "../order/order.ts";
import { clientConfiguration } from "../protocol/client-configuration.ts";
import { discover } from "../protocol/server-metadata.ts";
import type { TppIdentity } from "../protocol/tpp-identity.ts";
import { type Journal, openJournal, StepEnded } from "../runs/journal.ts";
import type { Step } from "../runs/step.ts";
import type { Workbench } from "../runs/walk.ts";

/** A TPP at the bank on its own behalf: no customer is involved. */
export interface BankVisit {
  readonly identity: TppIdentity;
  readonly journal: Journal;
  /** The TPP's own (client credentials). */
  readonly token: string;
}

/** Finds the server, takes a token and does `work`. Answers every step, also when one of them ended the visit. */
export async function visitBank(
  { identities, topology }: Workbench,
  tppId: TppId,
  work: (visit: BankVisit) => Promise<void>,
): Promise<readonly Step[]> {
  const identity = identities[tppId];
  const journal = openJournal(identity, randomUUID(), []);
  try {
    const metadata = await journal.step("discovery", (draft) =>
      discover(draft.fetch, topology.authorizationServerMtls, topology.issuer),
    );
    const token = await journal.step("clientToken", async (draft) => {
      const configuration = clientConfiguration(identity, metadata, draft.fetch);
      return (await clientCredentialsGrant(configuration, { scope: "accounts" })).access_token;
    });
    await work({ identity, journal, token });
  } catch (error) {
    if (!(error instanceof StepEnded)) throw error;
  }
  return journal.steps;
}
