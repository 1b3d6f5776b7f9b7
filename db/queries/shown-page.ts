import { deflateRawSync, inflateRawSync } from "node:zlib";
import { parse, stringify } from "devalue";
import { type SQL, sql } from "drizzle-orm";
import { type Shown, type ShownPage, stoppedAs } from "~/domain/evidence/shown-page";
import type { DecisionId, VisitId } from "~/domain/shared/ids";
import type { PageSeen, VisitRecord } from "~/ports/consent-desk";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** The same page again is the same row: reloading leaves one. */
export function shownPageKept(visit: VisitRecord, page: ShownPage, cipher: CustomerCipher): SQL {
  return sql`
    insert into assent.shown_page (visit_id, shown_hash, customer_ref, at, kind, locale, catalogue_version,
      payload_hash, shown)
    values (${visit.id}, ${page.shownHash}, ${cipher.ref}::uuid, clock_timestamp(), ${visit.kind}, ${page.locale},
      ${page.catalogueVersion}, ${page.payloadHash}, ${cipher.seal(packed(page.shown))})
    on conflict (visit_id, shown_hash) do nothing`;
}

/** The name of a page, if this visit was shown it. */
export const pageSeen = (visit: VisitId, seen: string): SQL =>
  sql`(select shown_hash from assent.shown_page where visit_id = ${visit} and shown_hash = ${seen})`;

export interface PageSeenRow extends Record<string, unknown> {
  readonly customer_ref: string;
  readonly payload_hash: string;
  readonly shown: string;
}

export const pageAsSeen = (visit: VisitId, seen: string): SQL => sql`
  select customer_ref, payload_hash, shown from assent.shown_page where visit_id = ${visit} and shown_hash = ${seen}`;

/** Undefined when its customer was erased since. */
export function readPageSeen(row: PageSeenRow, cipher: CustomerCipher): PageSeen | undefined {
  if (row.customer_ref !== cipher.ref) return undefined;
  const shown = openShown(row.shown, cipher);
  const stopped = stoppedAs(shown);
  return { payloadHash: row.payload_hash, choosable: shown.choosable, ...(stopped && { stoppedAs: stopped }) };
}

interface PageRow extends Record<string, unknown> {
  readonly locale: string;
  readonly catalogueVersion: string;
  readonly payloadHash: string;
  readonly shownHash: string;
  readonly customerRef: string;
  readonly shown: string;
}

/**
 * What decisions rest on, as it was shown. A page whose customer was erased is there by its hashes alone, which is
 * undefined here.
 */
export function createEvidence(db: Database, vault: Pick<CustomerVault, "byRef">) {
  const execute = createExecute(db);
  const pageOf = async (source: SQL): Promise<ShownPage | undefined> => {
    const [row] = await execute<PageRow>(sql`
      select page.locale, page.catalogue_version as "catalogueVersion", page.payload_hash as "payloadHash",
        page.shown_hash as "shownHash", page.customer_ref as "customerRef", page.shown
      from ${source}`);
    if (!row) return undefined;
    const { customerRef, shown, ...page } = row;
    const cipher = await vault.byRef(customerRef as never);
    return cipher && { ...page, shown: openShown(shown, cipher) };
  };
  return {
    ofDecision: (id: DecisionId) =>
      pageOf(sql`assent.consent_decision as decision join assent.shown_page as page using (visit_id, shown_hash)
        where decision.id = ${id}::uuid`),
    ofVisit: (visit: VisitId, seen: string) =>
      pageOf(sql`assent.shown_page as page where page.visit_id = ${visit} and page.shown_hash = ${seen}`),
  };
}

/** In three fifths of the time of zlib's own choice, for a page that is 2 % larger. */
const LEVEL = 3;

/** JSON would lose dates, sets and whole numbers of any size; most of a page is words that repeat. */
const packed = (shown: Shown): string => deflateRawSync(stringify(shown), { level: LEVEL }).toString("base64");

/** A page as it was kept, by the key of its customer. */
export const openShown = (sealed: string, cipher: CustomerCipher): Shown => unpacked(cipher.open(sealed) as string);
const unpacked = (text: string): Shown => parse(inflateRawSync(Buffer.from(text, "base64")).toString()) as Shown;
