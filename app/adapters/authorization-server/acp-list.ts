import { z } from "zod";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asConsentId, type ConsentId } from "~/domain/shared/ids";
import {
  AuthorityError,
  type AuthorizationServer,
  type CallContext,
  type ConsentFilter,
  type ConsentRecord,
  type ConsentReference,
  type Page,
} from "~/ports/authorization-server";
import type { HttpAnswer } from "../http.server";
import { read } from "./acp-answer";
import { listedConsent, recordOfListed, STATUS_WORDS } from "./acp-record";
import { kindOfType, typeOfKind } from "./acp-wire";

/** One bad entry hides no other: each is read by itself. */
const consentList = z.object({ Consents: z.array(z.looseObject({ consent_id: z.string() })) });

/** The most that the API gives at once, and after how many pages without what is looked for it is given up. */
const PAGE_SIZE = 100;
const MOST_PAGES = 10;

/**
 * Consents as this API lists them.
 *
 * @param known the kinds that the server has.
 * @param ask for one page, by the body of the call.
 */
export function createAcpList(
  known: readonly ConsentKind[],
  ask: (condition: object, context: CallContext) => Promise<HttpAnswer>,
) {
  const entriesOf = async (filter: ConsentFilter, { size, after }: Page, context: CallContext) => {
    const answer = await ask(
      {
        client_id: filter.clientId,
        accounts: filter.accountIds ?? null,
        // Kinds that we do not know would make a page look shorter than it is.
        types: (filter.kinds ?? known).map(typeOfKind),
        status: filter.statuses?.flatMap((status) => STATUS_WORDS[status]) ?? null,
        limit: size,
        after_consent_id: after,
      },
      context,
    );
    const { Consents } = read(answer, 200, consentList, "unavailable");
    // Whoever walks on from there would walk for ever.
    if (after && lastOf(Consents) === after) throw new AuthorityError("unavailable", "the same page came again");
    return Consents;
  };

  const listConsents: AuthorizationServer["listConsents"] = async (filter, page, context) => {
    // An empty list would be no condition at all.
    if (filter.statuses?.every((status) => STATUS_WORDS[status].length === 0)) return [];
    for (let [pages, from] = [0, page]; pages < MOST_PAGES; pages++) {
      const entries = await entriesOf(filter, from, context);
      const records = entries.flatMap((entry) => {
        const item = listedConsent.safeParse(entry).data;
        return (item && recordOfListed(item)) ?? [];
      });
      const after = lastOf(entries);
      // A page of which nothing can be read is not the end.
      if (records.length > 0 || after === undefined) return records;
      from = { ...page, after };
    }
    throw new AuthorityError("unavailable", "page after page of what cannot be read");
  };

  /** For a server that finds no consent by its id: it was made a short while ago, so it is among its TPP's newest. */
  const findAmongNewest = async (
    { id, clientId, kind }: ConsentReference,
    context: CallContext,
  ): Promise<ConsentRecord | undefined> => {
    const filter = { clientId, kinds: [kind] };
    for (let after: ConsentId | undefined, pages = 0; pages < MOST_PAGES; pages++) {
      const entries = await entriesOf(filter, { size: PAGE_SIZE, ...(after && { after }) }, context);
      const found = entries.find((entry) => entry.consent_id === id);
      if (found) return recordOfEntry(found);
      if (entries.length < PAGE_SIZE) return undefined;
      after = lastOf(entries);
    }
    throw new AuthorityError("unavailable", "the consent is not among the newest of its client");
  };

  return { listConsents, findAmongNewest };
}

/**
 * One consent that the server holds.
 *
 * @returns undefined for a kind that we do not know.
 * @throws AuthorityError `unavailable` for one that cannot be read. Whoever took it for none would tell its customer that
 *   it has ended.
 */
export function recordOfEntry(entry: unknown): ConsentRecord | undefined {
  const item = listedConsent.safeParse(entry).data;
  const record = item && recordOfListed(item);
  if (!record && !(item && kindOfType(item.type) === undefined)) {
    throw new AuthorityError("unavailable", "a consent in words that we do not know");
  }
  return record;
}

const lastOf = (entries: readonly { readonly consent_id: string }[]): ConsentId | undefined => {
  const last = entries.at(-1)?.consent_id;
  return last === undefined ? undefined : asConsentId(last);
};
