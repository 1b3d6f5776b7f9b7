import type { ConsentFilter } from "~/domain/search/consent-filter";
import { searchReadOf } from "~/domain/search/consent-filter";
import { paths } from "~/paths";
import type { OpenExport } from "~/ports/consent-exports";
import type { ExportView } from "~/ui/admin/export-page";
import { counted, figure, minute } from "~/ui/admin/staff-words";
import { searchSentence } from "../admin.consents._index/present-chips";

/** More is no list that somebody reads; the use-case refuses it. */
const MOST = 1_000_000;

export interface ExportScene {
  readonly id: string;
  readonly filter: ConsentFilter;
  readonly query: string;
  readonly count: number | undefined;
  readonly open: readonly OpenExport[];
  /** From so many within a day on somebody else has to agree. */
  readonly from: number;
  readonly wrong: string | null;
}

const WRONG: ReadonlyMap<string, string> = new Map([
  ["why", "Say what the list is for."],
  ["gone", "That list was taken already, or is older than four days. Ask for it again."],
  ["grown", "The list has grown by more than a tenth since it was asked for. Ask for it again."],
  ["nothing", "There is nothing to export, or it could not be counted in time."],
  ["too-many", "No list has more than 1,000,000 rows. Narrow the search."],
]);

/** The page in front of an export. */
export function presentExport({ id, filter, query, count, open, from, wrong }: ExportScene): ExportView {
  const can = count !== undefined && count > 0 && count <= MOST;
  const what = count === undefined ? "consents" : counted(count, "consent");
  const said = WRONG.get(wrong ?? "");
  return {
    title: can ? `Export ${what}` : "Export",
    ...(said && { wrong: said }),
    sentence: searchSentence(filter),
    ...(can && { form: { id, query, button: `Export ${what}`, asks: count >= from } }),
    ...(!can && { cannot: WRONG.get(count !== undefined && count > MOST ? "too-many" : "nothing") ?? "" }),
    from: figure(from),
    back: paths.adminConsentsFound(query),
    open: open.map((each) => ({
      id: each.id,
      what: listInWords(each.query),
      count: figure(each.count),
      format: each.format === "csv" ? "CSV" : "JSON lines",
      askedAt: minute(each.askedAt),
      isReady: each.isReady,
      ...(each.approvalId && { approval: paths.adminApproval(each.approvalId) }),
    })),
  };
}

/** What is in a list, of how it was searched for. */
export const listInWords = (query: string): string =>
  searchSentence(searchReadOf(new URLSearchParams(query))?.asked.filter ?? { kinds: [], statuses: [] });
