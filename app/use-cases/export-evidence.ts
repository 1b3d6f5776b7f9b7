import { createHash } from "node:crypto";
import { type AuditAsked, type AuditPlace, searchOf } from "~/domain/audit/audit-asked";
import { EXPORT_TYPE, type ExportLine, type ExportSeal, exportLine } from "~/domain/audit/audit-export";
import type { AuditProof } from "~/ports/audit-proof";
import type { AuditSearch } from "~/ports/audit-search";
import type { ByStaff, EvidenceBook } from "~/ports/evidence-book";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly tenant: string;
  readonly auditSearch: Pick<AuditSearch, "find">;
  readonly auditProof: AuditProof;
  readonly evidenceBook: Pick<EvidenceBook, "exported">;
  readonly signer: Pick<Signer, "sign">;
}

/** Events of one export. More is a matter for somebody who copies the database. */
const MOST = 5_000;
/** Looks for them; a question that matches next to nothing in a large record is not answered for ever. */
const MOST_LOOKS = 200;
const AT_ONCE = 100;

/**
 * Everything that matches, with its proof, line by line. That somebody takes it is written down before the first.
 *
 * @returns undefined when more matches than one export holds.
 * @throws DeskUnavailable here, and from the lines
 */
export const exportEvidence =
  (needs: Needs, most = MOST) =>
  async (asked: AuditAsked, by: ByStaff): Promise<AsyncGenerator<string> | undefined> => {
    const ids = await matching(needs.auditSearch, asked, most);
    if (!ids) return undefined;
    await needs.evidenceBook.exported(asked, by);
    return signed(needs, asked, ids);
  };

async function matching(search: Needs["auditSearch"], asked: AuditAsked, most: number) {
  const ids: string[] = [];
  let place: AuditPlace | undefined;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { events, older } = await search.find(asked, place);
    ids.push(...events.map(({ id }) => id));
    if (ids.length > most) return undefined;
    if (!older) return ids;
    place = older;
  }
  return undefined;
}

async function* signed({ tenant, auditProof, signer }: Needs, asked: AuditAsked, ids: readonly string[]) {
  const digest = createHash("sha256");
  const written = (line: ExportLine): string => {
    const text = exportLine(line);
    digest.update(text);
    return text;
  };
  const head = { tenant, at: (await auditProof.now()).toISOString(), asked: Object.fromEntries(searchOf(asked)) };
  yield written({ is: "evidence", version: 1, ...head });
  const seqs: string[] = [];
  let events = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    for (const { row, seq } of await auditProof.rows(ids.slice(start, start + AT_ONCE))) {
      events += 1;
      if (seq !== undefined) seqs.push(seq);
      yield written({ is: "event", row, ...(seq !== undefined && { seq }) });
    }
  }
  for (const place of await auditProof.stretches(seqs)) yield written(await auditProof.stretch(place));
  const seal: ExportSeal = { ...head, events, sha256: digest.digest("base64url") };
  yield exportLine({ is: "end", signed: await signer.sign(seal, EXPORT_TYPE) });
}
