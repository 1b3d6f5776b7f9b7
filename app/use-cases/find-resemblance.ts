import type { Requester } from "~/domain/consent/consent-request";
import type { ClientId } from "~/domain/shared/ids";
import { type KnownApp, type Resemblance, resemblanceOf } from "~/domain/tpp/resemblance";
import { DeskUnavailable } from "~/ports/consent-desk";
import type { ConsentRegister } from "~/ports/consent-register";

interface Needs {
  readonly register: Pick<ConsentRegister, "knownApps">;
  /** As its customers know it. */
  readonly bank: string;
  /** Told once of each name that was found, and again when the known apps were read anew. */
  readonly alert: (client: ClientId, resembles: Resemblance) => void;
}

/** An app that is new to the register is compared with after so long; nobody waits for it on every page. */
const FRESH_MS = 300_000;

interface Known {
  readonly apps: readonly KnownApp[];
  readonly until: number;
  readonly told: Set<string>;
}

/**
 * Whether the requester's name could be taken for the bank's or another app's (P-15). Without our record it is compared
 * with the bank's alone: nothing waits for a record that does not answer but the notice that hangs on it.
 */
export function findResemblance({ register, bank, alert }: Needs) {
  let known: Known = { apps: [], until: 0, told: new Set() };

  const knownNow = async (): Promise<Known> => {
    if (known.until > Date.now()) return known;
    try {
      known = { apps: await register.knownApps(), until: Date.now() + FRESH_MS, told: new Set() };
    } catch (error) {
      if (!(error instanceof DeskUnavailable)) throw error;
    }
    return known;
  };

  return async ({ clientId, name }: Requester): Promise<Resemblance | undefined> => {
    if (name === undefined) return undefined;
    const { apps, told } = await knownNow();
    const found = resemblanceOf({ clientId, name }, bank, apps);
    if (found && !told.has(`${clientId} ${name}`)) {
      told.add(`${clientId} ${name}`);
      alert(clientId, found);
    }
    return found;
  };
}
