import type { ConsentStatus } from "~/domain/consent/lifecycle";
import { enGB } from "~/i18n/en-GB/index";
import { paths } from "~/paths";
import type { ConsentVersion } from "~/ports/consent-register";
import type { VersionRow } from "~/ui/admin/consent-detail-view";
import { minute, STATUS_WORDS, wordsOfMove } from "~/ui/admin/staff-words";
import { compareLines } from "~/ui/own-consent/compare-agreed";
import { linesAt } from "~/ui/own-consent/version-lines";
import type { Bank } from "~/ui/present-frame";
import type { OwnHistory, OwnVersion } from "~/use-cases/view-own-history";
import { WHO, whyOf } from "./present-standing";

/** So many on the page; what they differ in is read from the pages that were agreed to. */
const NEWEST = 20;

/** Every version with what it changed, newest first. */
export function presentVersions(
  history: OwnHistory,
  given: { readonly app: string; readonly bank: Bank },
): { readonly versions: readonly VersionRow[]; readonly olderVersions: number } {
  const { consent, versions } = history;
  const lines = new Map(
    versions.slice(-NEWEST - 1).map((version) => [version.version, linesAt(version, consent.kind, given, enGB)]),
  );
  const rows = versions.slice(-NEWEST).map((version): VersionRow => {
    const [before, now] = [lines.get(version.version - 1), lines.get(version.version)];
    // Of the first yes everything would be new: that stands under what was agreed to.
    const isFirst = version.from === undefined || version.move === "authorise" || version.move === "authorise-partly";
    return {
      ...rowOf(version),
      changed: before && now && !isFirst ? compareLines(before, now, enGB) : [],
      ...shownOf(version, consent.id),
    };
  });
  return { versions: rows.reverse(), olderVersions: Math.max(0, versions.length - NEWEST) };
}

const rowOf = ({ version, at, move, to, by, reason, source }: ConsentVersion) => ({
  version,
  when: minute(at),
  what: wordsOfMove(move),
  who: `${WHO[by]}${SOURCES[source]}`,
  status: { word: STATUS_WORDS[to].word, tone: STATUS_WORDS[to].tone, ...reasonBeside(move, to, reason) },
});

/** Left out where the move or the status says as much. */
function reasonBeside(move: string, to: ConsentStatus, reason: ConsentVersion["reason"]): { readonly why?: string } {
  const why = whyOf(reason);
  return move === "import" || why === STATUS_WORDS[to].word ? {} : { why };
}

/** How we came to know of it. */
const SOURCES = {
  assent: "",
  "authority-event": ", told by the authorization server",
  reconcile: ", found at the authorization server",
} as const satisfies Record<ConsentVersion["source"], string>;

const shownOf = ({ answer }: OwnVersion, id: OwnHistory["consent"]["id"]) =>
  answer ? { shown: paths.adminShown(id, answer.decisionId) } : {};
