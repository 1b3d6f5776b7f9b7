import { type EndedWhy, shownStatus } from "~/domain/consent/shown-status";
import { type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import { cursorOf, type Position } from "~/domain/shared/position";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { SignedPage, SignedRequest } from "~/ports/signed-requests";
import { appOf } from "~/routes/dashboard._index/present-row";
import { presentDashboard } from "~/ui/present-dashboard";
import type { Bank } from "~/ui/present-frame";
import { presentStatus, type StatusView } from "~/ui/present-status";
import type { LinkView, RowView } from "~/ui/shelf-view";
import type { SignedView } from "~/ui/signing-view";

/** What a customer signed of what others asked for, and how each stands: nothing else of it (D-14). */
export function presentSigned({ requests, newer, older }: SignedPage, bank: Bank, words: Words): SignedView {
  const { mine } = words.signers;
  const { pages } = words.dashboard.lists;
  const way = (label: string, to: Position): LinkView => ({
    label,
    href: `${paths.signed}?${new URLSearchParams(cursorOf(to))}`,
  });
  return {
    ...presentDashboard(mine.title, bank, words, paths.signed),
    rows: requests.map((request) => rowOf(request, words)),
    ...(requests.length === 0 && { nothing: { title: mine.nothing, teach: mine.teach } }),
    ...((newer || older) && {
      pages: {
        label: pages.label,
        ...(newer && { newer: way(pages.newer, newer) }),
        ...(older && { older: way(pages.older, older) }),
      },
    }),
  };
}

function rowOf(request: SignedRequest, words: Words): RowView {
  const { id, kind, requester, signedAt, stands } = request;
  const app = appOf(requester === undefined ? {} : { clientName: requester }, words);
  return {
    id,
    title: { label: words.dashboard.lists.kinds[kind], href: paths.signature(id), of: app.said },
    app: { name: app.name, monogram: app.monogram },
    status: statusOf(stands, kind, words),
    accounts: [],
    facts: [{ label: words.signers.mine.title, value: formatsFor(words.locale).date(signedAt) }],
    notes: stands.is === "awaiting" ? [words.dashboard.lists.signatures] : [],
    ways: [],
  };
}

/** Said to somebody who is not whoever asked for it: "you stopped it" is not so of them. */
function statusOf(stands: SignedRequest["stands"], kind: ConsentKind, words: Words): StatusView {
  const { standing, dashboard, signers, sharedTogether } = words;
  if (stands.is === "awaiting") return { is: "needs-action", label: standing["needs-action"] };
  if (stands.is === "rejected") {
    const { because } = stands;
    const why = traitsOf(kind).moves === "data" ? sharedTogether.over[because] : signers.message[because].text;
    return { is: "ended", label: standing.ended, why };
  }
  const status = shownStatus(stands);
  if (status.is === "paused") return { is: "paused", label: dashboard.lists.statuses.paused };
  if (status.is === "ended" && OF_WHOEVER_ASKED.has(status.why)) {
    return { is: "ended", label: standing.ended, why: standing.why.stopped };
  }
  return presentStatus(status, kind, words);
}

const OF_WHOEVER_ASKED: ReadonlySet<EndedWhy> = new Set<EndedWhy>(["you-stopped", "you-asked-us", "refused"]);
