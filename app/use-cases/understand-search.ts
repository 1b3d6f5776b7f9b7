import { type ConsentFilter, SENSES, type Sense } from "~/domain/search/consent-filter";
import { partsOf } from "~/domain/search/name-grams";
import { folded } from "~/domain/shared/folded";
import type { ConsentId } from "~/domain/shared/ids";
import type { ClientNamed, ConsentSearch, Narrowed } from "~/ports/consent-search";

/** More of them are no answer to what somebody looks for. */
const MOST_MEANT = 100;
const SHORTEST_CONSENT = 8;
const SHORTEST_CUSTOMER = 4;
const SHORTEST_TPP = 2;

/** What a text was found to be, and how many of them. */
export interface Meaning {
  readonly sense: Sense;
  /** More than {@link MOST_MEANT} are counted as one more. */
  readonly count: number;
}

export interface Understood {
  /** What the text can be taken for, the likeliest first; none where there is no text, or nothing is called so. */
  readonly meanings: readonly Meaning[];
  /** What it was taken for. */
  readonly taken?: Meaning;
  /** The one consent that has exactly this id. */
  readonly exactly?: ConsentId;
  readonly found: Narrowed | "nothing" | "too-many";
  readonly clients: readonly ClientNamed[];
}

/**
 * What a filter's text means: the beginning of an id, a TPP or a customer by name. Each is looked up by an index;
 * the first that there is counts, unless the address says which.
 *
 * @throws DeskUnavailable
 */
export const understandSearch =
  ({ search }: { readonly search: ConsentSearch }) =>
  async ({ text, as, ...filter }: ConsentFilter): Promise<Understood> => {
    if (text === undefined) return { meanings: [], found: { filter }, clients: await search.clients() };
    const limit = MOST_MEANT + 1;
    const isWord = !/\s/.test(text);
    const parts = partsOf(text);
    const [beginning, customersBeginning, clients, named] = await Promise.all([
      isWord && text.length >= SHORTEST_CONSENT ? search.consentsBeginning(text, limit) : [],
      isWord && text.length >= SHORTEST_CUSTOMER ? search.customersBeginning(text, limit) : [],
      search.clients(),
      parts.length > 0 ? search.customersNamed(parts, limit) : [],
    ]);
    const [consents, customers] = [orExactly(beginning, text), orExactly(customersBeginning, text)];
    const tpps = clients.filter((client) => isCalled(client, text)).map(({ clientId }) => clientId);
    const narrowed: Readonly<Record<Sense, Omit<Narrowed, "filter">>> = {
      consent: { consents },
      customer: { customers },
      tpp: { clients: tpps },
      name: { customers: named },
    };
    const counts = { consent: consents, customer: customers, tpp: tpps, name: named };
    const meanings = SENSES.map((sense) => ({ sense, count: counts[sense].length })).filter(({ count }) => count > 0);
    const taken = meanings.find(({ sense }) => sense === as) ?? meanings[0];
    const exactly = consents.find((id) => id === text);
    return {
      meanings,
      ...(taken && { taken }),
      ...(exactly && { exactly }),
      found: !taken ? "nothing" : taken.count > MOST_MEANT ? "too-many" : { filter, ...narrowed[taken.sense] },
      clients,
    };
  };

/** Whose whole id it is, not also those whose id only begins so. */
function orExactly<Id extends string>(ids: readonly Id[], text: string): readonly Id[] {
  const exactly = ids.find((id) => id === text);
  return exactly === undefined ? ids : [exactly];
}

function isCalled({ clientId, name }: ClientNamed, text: string): boolean {
  const wanted = folded(text).trim();
  if (wanted.length < SHORTEST_TPP) return false;
  return clientId === text || (name !== undefined && folded(name).includes(wanted));
}
