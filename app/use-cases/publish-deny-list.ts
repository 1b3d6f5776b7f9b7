import { createHash } from "node:crypto";
import { type Denial, inListOrder } from "~/domain/consent/deny-list";
import type { AppDenial } from "~/domain/tpp/suspension";
import type { DenialRegister } from "~/ports/denial-register";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly register: DenialRegister;
  readonly signer: Pick<Signer, "sign">;
  /** Who signs it: our origin. */
  readonly issuer: string;
}

/** So that no receipt and no event can be taken for one. */
export const DENY_LIST_TYPE = "deny-list+jws";

/**
 * The list of what a gateway must not answer, signed: how old it is, is in it, so that nobody on the way can hold back a
 * newer one unseen. Who has the entries already gets the same without them, as much signed and as new.
 *
 * @param known digest of the entries that the caller has.
 * @throws DeskUnavailable
 */
export const publishDenyList =
  ({ register, signer, issuer }: Needs) =>
  async (known: string | undefined): Promise<string> => {
    const { at, denials, apps, complete } = await register.read();
    const list = { entries: inListOrder(denials).map(written), clients: appsInOrder(apps) };
    const digest = createHash("sha256").update(JSON.stringify(list)).digest("base64url");
    const head = { iss: issuer, iat: Math.floor(at / 1_000_000), seq: at, complete, digest };
    return signer.sign(known === digest ? head : { ...head, ...list }, DENY_LIST_TYPE);
  };

const written = ({ consentId, effect, accountId, since, confirmed }: Denial) => ({
  consent_id: consentId,
  effect,
  ...(accountId !== undefined && { account_id: accountId }),
  since: Math.floor(Number(since) / 1_000),
  confirmed,
});

/** The same for the same denials, whatever order they were found in. */
const appsInOrder = (apps: readonly AppDenial[]) =>
  apps
    .map(({ clientId, effect, role, until }) => ({
      client_id: clientId,
      effect,
      ...(role !== undefined && { role }),
      ...(until !== undefined && { until: Math.floor(Number(until) / 1_000) }),
    }))
    .map((entry) => [JSON.stringify(entry), entry] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, entry]) => entry);
