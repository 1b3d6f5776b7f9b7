import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ITEM_STATES } from "~/domain/revocation/bulk-revocation";
import { asConsentId, type ConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { ItemsAsked, RevocationItem } from "~/ports/bulk-revocations";
import { ITEM_WORDS } from "~/ui/admin/revocation-words";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { counted, minute, STATUS_WORDS } from "~/ui/admin/staff-words";
import { Standing } from "~/ui/admin/standing";
import type { StandingView } from "~/ui/admin/standing-view";
import "~/ui/admin/revocation.css";
import { type DataColumn, DataTable, Pages } from "~/ui/data-table";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireRevocation } from "../admin.revocations.$id/revocation.server";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "Results of a bulk revocation – consent administration" }];

const PAGE = 100;

/** what became of each consent of a list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "revocations:view");
  const asked = askedIn(new URL(request.url).searchParams);
  const list = await requireRevocation(params["id"]);
  const { rows, before, after } = await withRecord(() => services().revocations.items(list.id, asked));
  const state = asked.state;
  const href = (place: Readonly<Record<string, string>>) =>
    paths.adminRevocationResults(list.id, { ...(state && { state }), ...place });
  return {
    ...staffPage(request, staff),
    back: paths.adminRevocation(list.id),
    of: counted(list.count, "consent"),
    views: [
      { label: "All", href: paths.adminRevocationResults(list.id), isHere: state === undefined },
      ...ITEM_STATES.map((each) => ({
        label: ITEM_WORDS[each].word,
        href: paths.adminRevocationResults(list.id, { state: each }),
        isHere: state === each,
      })),
    ],
    rows: rows.map(lineOf),
    previous: before && href({ before }),
    next: after && href({ after }),
  };
}

/** @throws Response 400 for an address that we never made */
function askedIn(query: URLSearchParams): ItemsAsked {
  const state = ITEM_STATES.find((each) => each === query.get("state"));
  const [after, before] = [idIn(query, "after"), idIn(query, "before")];
  if ((query.has("state") && !state) || (after && before)) throw new Response(null, { status: 400 });
  const from = after ? { side: "after" as const, id: after } : before && { side: "before" as const, id: before };
  return { size: PAGE, ...(state && { state }), ...(from && { from }) };
}

function idIn(query: URLSearchParams, name: string): ConsentId | undefined {
  const id = query.get(name);
  if (id !== null && (id === "" || id.length > 128 || id.includes("\0"))) throw new Response(null, { status: 400 });
  return id === null ? undefined : asConsentId(id);
}

interface Line {
  readonly id: string;
  readonly href: string;
  readonly state: StandingView;
  readonly why: string;
  readonly at: string;
}

const BECAUSE: Readonly<Record<string, string>> = {
  "not-allowed": "The authorization server does not end it",
  spent: "Another change came first",
  lapsed: "It was not brought there in time",
};

function lineOf({ consentId, state, found, because, endedAt }: RevocationItem): Line {
  const status = Object.entries(STATUS_WORDS).find(([code]) => code === found)?.[1].word;
  return {
    id: consentId,
    href: paths.adminConsent(consentId),
    state: ITEM_WORDS[state],
    why: because ? (BECAUSE[because] ?? because) : state === "ended-before" ? (status ?? "Not known any more") : "",
    at: endedAt ? minute(endedAt) : "",
  };
}

const COLUMNS: readonly DataColumn<Line>[] = [
  {
    id: "id",
    header: "Consent",
    names: true,
    cell: ({ id, href }) => (
      <a href={href}>
        <code>{id}</code>
      </a>
    ),
  },
  { id: "state", header: "Result", cell: ({ state }) => <Standing view={state} /> },
  { id: "why", header: "Why", cell: ({ why }) => why || "–" },
  { id: "at", header: "When (UTC)", cell: ({ at }) => at || "–" },
];

export default function Results() {
  const { frame, back, of, views, rows, previous, next } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={`What became of ${of}`}>
      <p className="revocation-back">
        <a href={back}>Back to the list</a>
      </p>
      <nav className="revocation-views" aria-label="Results">
        {views.map(({ label, href, isHere }) => (
          <a key={href} className="revocation-view" href={href} aria-current={isHere ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <DataTable
        caption="Consents and their results"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        nothing={<p>There are none of these.</p>}
      />
      <Pages previous={previous} next={next} />
    </StaffFrame>
  );
}
