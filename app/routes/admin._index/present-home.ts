import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import { funnelOf, GAUGE_LIMIT, onDay, TRENDS, type Trend, weeksOf } from "~/domain/counts/what-happened";
import type { ClientId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import type { CountsRead } from "~/ports/consent-counts";
import type { FunnelStep, HomeView, TileView, TrendView } from "~/ui/admin/home-view";
import { figure, KIND_WORDS, span, wordsOfReason } from "~/ui/admin/staff-words";
import { type HomeAsked, WEEKS } from "./home-input";

interface Given {
  readonly counts: CountsRead;
  readonly asked: HomeAsked;
  readonly names: ReadonlyMap<ClientId, string>;
  /** Approvals that this person can decide. */
  readonly approvals: number;
  readonly jobsInTrouble: number;
  readonly may: ReadonlySet<StaffPermission>;
}

/** The home page of somebody who may see what `may` says. */
export function presentHome({ counts, asked, names, approvals, jobsInTrouble, may }: Given): HomeView {
  const nameOf = (client: ClientId) => names.get(client) ?? client;
  const said = [asked.client && nameOf(asked.client), asked.kind && KIND_WORDS[asked.kind]].filter(Boolean).join(", ");
  return {
    counted: counts.ageSeconds === undefined ? undefined : agoOf(counts.ageSeconds),
    tiles: [...consentTiles(counts), ...workTiles(counts, approvals, jobsInTrouble, may)],
    filter: {
      tpps: [
        { value: "", label: "All TPPs", chosen: asked.client === undefined },
        ...counts.clients.map((client) => ({ value: client, label: nameOf(client), chosen: client === asked.client })),
      ],
      kinds: [
        { value: "", label: "All kinds", chosen: asked.kind === undefined },
        ...CONSENT_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind], chosen: kind === asked.kind })),
      ],
      weeks: WEEKS.map((weeks) => ({ value: String(weeks), label: `${weeks} weeks`, chosen: weeks === asked.weeks })),
      said,
    },
    trends: Object.keys(TRENDS).map((trend) => trendOf(counts, trend as Trend, asked.weeks)),
    ...funnel(counts),
  };
}

/** A few seconds are now: the counters follow each second. */
const agoOf = (seconds: number) => (seconds < 5 ? "just now" : `${span(seconds)} ago`);

function consentTiles({ statuses, days, today, gauges }: CountsRead): readonly TileView[] {
  const list = (query: string) => `${paths.adminConsents}?${query}`;
  const live = (statuses.authorised ?? 0) + (statuses.suspended ?? 0);
  return [
    {
      label: "Live consents",
      figure: figure(live),
      href: list("status=authorised&status=suspended"),
      tone: "good",
      note: `${figure(onDay(days, "granted", today))} granted today`,
    },
    {
      label: "Awaiting signatures",
      figure: figure(statuses["partially-authorised"] ?? 0),
      href: list("status=partially-authorised"),
      tone: "over",
      note: "Others have yet to sign",
    },
    {
      label: "Stopped or ended today",
      figure: figure(onDay(days, "stopped", today)),
      href: list("status=revoked&status=terminated"),
      tone: "over",
      note: `${figure(onDay(days, "ran-out", today))} ran out`,
    },
    {
      label: "Held by the bank",
      figure: figure(gauges["held-by-bank"] ?? 0, GAUGE_LIMIT),
      href: list("status=suspended"),
      tone: (gauges["held-by-bank"] ?? 0) > 0 ? "wait" : "over",
      note: "Of all TPPs and kinds",
    },
  ];
}

function workTiles(
  { gauges }: CountsRead,
  approvals: number,
  jobsInTrouble: number,
  may: ReadonlySet<StaffPermission>,
): readonly TileView[] {
  const toneOf = (count: number): TileView["tone"] => (count > 0 ? "wait" : "good");
  const deliveries = gauges["dead-deliveries"] ?? 0;
  const drift = gauges["open-drift"] ?? 0;
  return [
    ...(may.has("approvals:view")
      ? [
          {
            label: "Approvals for you",
            figure: figure(approvals),
            href: paths.adminApprovals,
            tone: toneOf(approvals),
            note: "Prepared by others",
          },
        ]
      : []),
    {
      label: "Reports from customers",
      figure: figure(gauges["open-cases"] ?? 0, GAUGE_LIMIT),
      href: paths.adminConsents,
      tone: toneOf(gauges["open-cases"] ?? 0),
      note: "Not expected or not recognised",
    },
    ...(may.has("operations:view")
      ? [
          {
            label: "Operations",
            figure: figure(jobsInTrouble),
            href: paths.adminOperations,
            tone: jobsInTrouble > 0 ? ("bad" as const) : ("good" as const),
            note: `jobs in trouble, ${figure(deliveries, GAUGE_LIMIT)} dead deliveries, ${figure(drift, GAUGE_LIMIT)} differences`,
          },
        ]
      : []),
  ];
}

const TREND_WORDS: Readonly<Record<Trend, string>> = {
  granted: "Granted",
  stopped: "Stopped or ended",
  "ran-out": "Ran out",
  refused: "Refused",
};

function trendOf({ days, today }: CountsRead, trend: Trend, weeks: number): TrendView {
  const found = weeksOf(days, trend, today, weeks);
  const total = found.reduce((sum, count) => sum + count, 0);
  return { label: TREND_WORDS[trend], weeks: found, last: figure(found.at(-1) ?? 0), total: figure(total) };
}

function funnel({ days }: CountsRead): Pick<HomeView, "funnel" | "refusals"> {
  const { arrived, allowed, refused, refusals, timedOut, notAccepted, left } = funnelOf(days);
  const step = (label: string, count: number): FunnelStep => ({
    label,
    count: figure(count),
    share: arrived === 0 ? 0 : Math.min(100, Math.round((count / arrived) * 100)),
  });
  return {
    funnel: [
      step("Arrived at the consent page", arrived),
      step("Allowed", allowed),
      step("Refused", refused),
      step("Ran out of time", timedOut),
      step("Not answered", left),
      step("Answer not taken by the authorization server", notAccepted),
    ],
    refusals: refusals.map(({ reason, count }) => ({
      label: reason === "none" ? "No reason given" : wordsOfReason(reason),
      value: figure(count),
    })),
  };
}
