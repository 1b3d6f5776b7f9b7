import { type CompactVerifyGetKey, compactVerify } from "jose";
import { z } from "zod";

const denial = z.object({
  consent_id: z.string().min(1),
  effect: z.enum(["ended", "suspended", "account-removed"]),
  account_id: z.string().optional(),
  since: z.number(),
  /** The authorization server holds it too. */
  confirmed: z.boolean(),
});

/** What a TPP may not do, whatever its customers have agreed to. */
const clientDenial = z.object({
  client_id: z.string().min(1),
  /** `new-consents` is for whoever asks customers: nothing is asked here. */
  effect: z.enum(["new-consents", "payments", "all-access"]),
  /** When it is over, in seconds since 1970. */
  until: z.number().optional(),
});

const signedList = z.object({
  iss: z.string(),
  iat: z.number().int(),
  seq: z.number().int(),
  /** False when there was more than is told. */
  complete: z.boolean(),
  digest: z.string().min(1),
  /** Absent: those of this digest, which the reader has. */
  entries: z.array(denial).optional(),
  clients: z.array(clientDenial).optional(),
});

export type Denial = z.infer<typeof denial>;
type ClientDenial = z.infer<typeof clientDenial>;

/** What is denied, as far as the consent app has told. */
export interface DenyList {
  of(consentId: string): readonly Denial[];
  /** What this client may not do at this moment. */
  ofClient(clientId: string): ReadonlySet<ClientDenial["effect"]>;
  /** Whether it is whole, and new enough to say of a consent that is not on it that nothing was changed. */
  isFresh(): boolean;
}

/** The newest list, and how a newer one takes its place. */
export interface HeldDenyList extends DenyList {
  /** Names the entries that are held, for whoever asks for newer ones. */
  readonly digest: string | undefined;
  /** @throws NotTheList for what the consent app did not sign for this end, what is too old, or older than what is held */
  take(signed: string): Promise<void>;
}

/** It changes nothing: what was held before still holds, and grows older. */
export class NotTheList extends Error {}

export interface Clocks {
  /** Of the machine, in milliseconds since 1970. */
  readonly now: () => number;
  /** One that nobody sets, in milliseconds. */
  readonly ticks: () => number;
}

/**
 * How old a list may be that lets something through, and how far the two clocks may be apart. Longer than a few polls
 * that go wrong.
 */
const FRESH_MS = 30_000;

/**
 * Holds the consent app's list of what is denied. It is signed together with the time at which it was read, so that
 * nobody on the way can leave out an entry, or repeat an older list, for longer than a list may be used.
 *
 * @param issuer the consent app's origin.
 */
export function createDenyList(
  keys: CompactVerifyGetKey,
  issuer: string,
  { now, ticks }: Clocks = { now: Date.now, ticks: () => performance.now() },
): HeldDenyList {
  let held: { iat: number; seq: number; complete: boolean; digest: string; taken: number } | undefined;
  let denials: ReadonlyMap<string, readonly Denial[]> = new Map();
  let clients: readonly ClientDenial[] = [];

  return {
    get digest() {
      return held?.digest;
    },
    of: (consentId) => denials.get(consentId) ?? [],
    ofClient: (clientId) =>
      new Set(
        clients
          // It ends by itself, also while nobody tells of its end.
          .filter(({ client_id, until }) => client_id === clientId && (until === undefined || until * 1_000 > now()))
          .map(({ effect }) => effect),
      ),
    isFresh: () =>
      held?.complete === true &&
      now() - held.iat * 1_000 <= FRESH_MS &&
      // Whoever sets the clock back makes no list young again.
      ticks() - held.taken <= FRESH_MS,
    async take(signed) {
      const { payload, protectedHeader } = await compactVerify(signed, keys, { algorithms: ["PS256"] });
      const read = signedList.safeParse(JSON.parse(Buffer.from(payload).toString("utf8")));
      if (protectedHeader.typ !== "deny-list+jws" || !read.success) throw new NotTheList("it is no deny list");
      const { iss, iat, seq, complete, digest, entries, clients: told } = read.data;
      if (iss !== issuer) throw new NotTheList("it is somebody else's");
      if (Math.abs(now() - iat * 1_000) > FRESH_MS) throw new NotTheList("it is not of this moment");
      if (held && seq < held.seq) throw new NotTheList("it is older than the last one");
      if (!(entries && told) && digest !== held?.digest)
        throw new NotTheList("it leaves out entries that are not held");
      if (entries && told) [denials, clients] = [byConsent(entries), told];
      held = { iat, seq, complete, digest, taken: ticks() };
    },
  };
}

function byConsent(entries: readonly Denial[]): ReadonlyMap<string, readonly Denial[]> {
  const found = new Map<string, Denial[]>();
  for (const entry of entries) found.set(entry.consent_id, [...(found.get(entry.consent_id) ?? []), entry]);
  return found;
}
