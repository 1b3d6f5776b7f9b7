import { COUNTED_TO } from "~/domain/shared/counted";
import { paths } from "~/paths";
import type { DriftFinding, DriftPage, DriftPlace, DriftStanding } from "~/ports/drift-desk";
import type { DifferenceRow, DifferencesView } from "~/ui/admin/operations-view";
import { figure, minute, STATUS_WORDS, wordsOfReason } from "~/ui/admin/staff-words";

const LONGEST_ID = 256;

/** From where on. @throws Response 400 for a place that no address of ours has */
export function driftPlaceIn(query: URLSearchParams): DriftPlace | undefined {
  const side = query.has("after") ? "after" : "before";
  const consentId = query.get(side);
  if (consentId === null) return undefined;
  const about = query.get("about");
  const isPlace = consentId !== "" && consentId.length <= LONGEST_ID && !consentId.includes("\0");
  if (!isPlace || (about !== "state" && about !== "customer")) throw new Response(null, { status: 400 });
  return { side, consentId, about };
}

const searchOf = ({ side, consentId, about }: DriftPlace) => new URLSearchParams({ [side]: consentId, about });

export function presentDifferences({ rows, ...page }: DriftPage, standing: DriftStanding): DifferencesView {
  const way = (place: DriftPlace | undefined) => place && paths.adminDifferencesFrom(searchOf(place));
  const [newer, older] = [way(page.newer), way(page.older)];
  const { open, disputed, walk } = standing;
  return {
    facts: [
      { label: "Not settled", value: figure(open, COUNTED_TO) },
      { label: "Of these, whose it is", value: figure(disputed, COUNTED_TO) },
      {
        label: "Last walk through all",
        value: walk?.endedAt ? `ended ${minute(walk.endedAt)} UTC` : "has not come to its end yet",
      },
      ...(walk?.startedAt && (!walk.endedAt || walk.startedAt > walk.endedAt)
        ? [{ label: "Under way", value: `${figure(walk.seen)} consents since ${minute(walk.startedAt)} UTC` }]
        : []),
    ],
    rows: rows.map(rowOf),
    ...(newer && { newer }),
    ...(older && { older }),
  };
}

function rowOf(finding: DriftFinding): DifferenceRow {
  return {
    id: finding.id,
    consent: finding.consent.id,
    href: paths.adminDifference(finding.id),
    about: aboutWords(finding),
    ours: finding.status === undefined ? "Gone" : STATUS_WORDS[finding.status].word,
    theirs: theirsWords(finding.theirs),
    since: minute(finding.foundAt),
  };
}

export const aboutWords = ({ about }: Pick<DriftFinding, "about">): string =>
  about === "customer" ? "Whose it is" : "Whether it is there";

/** As the authorization server said when it was found; a word of its own is shown as it is. */
export const theirsWords = (status: string | undefined): string =>
  status === undefined
    ? "Did not have it"
    : Object.hasOwn(STATUS_WORDS, status)
      ? STATUS_WORDS[status as keyof typeof STATUS_WORDS].word
      : wordsOfReason(status);
