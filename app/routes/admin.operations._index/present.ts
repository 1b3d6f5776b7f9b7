import type { LastHeard } from "~/ports/authority-contact";
import type { JobStatus } from "~/ports/job-status";
import type { UpstreamsSeen } from "~/ports/upstream-health";
import type { JobView, OperationsView, UpstreamView } from "~/ui/admin/operations-view";
import { figure, minute, span, wordsOfReason } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";

interface Shown {
  readonly jobs: readonly JobStatus[];
  readonly heard: LastHeard;
  readonly upstreams: UpstreamsSeen;
  readonly mayRetry: boolean;
}

/** Work that waits for so long is somebody's to look at, in seconds. */
const LATE = 300;

export function presentOperations({ jobs, heard, upstreams, mayRetry }: Shown): OperationsView {
  const shown = jobs.map(jobOf);
  return {
    jobs: [...shown].sort((a, b) => trouble(a) - trouble(b) || (a.name < b.name ? -1 : 1)),
    mayRetry,
    authority: authorityOf(heard),
    upstreams: upstreams.upstreams.map(upstreamOf),
    upstreamsSeenBy: seenBy(upstreams.by),
    isAsked: shown.some(({ isAsked }) => isAsked),
  };
}

const ORDER: readonly StandingView["tone"][] = ["bad", "wait", "good", "over"];
const trouble = ({ standing }: JobView): number => ORDER.indexOf(standing.tone);

function jobOf(job: JobStatus): JobView {
  const done = Object.entries(job.counts).filter(([, count]) => count > 0);
  return {
    name: job.name,
    standing: standingOf(job),
    lastRun: `${span(job.lastRunAgo)} ago`,
    lastSuccess: job.lastSuccessAgo === undefined ? "Never" : `${span(job.lastSuccessAgo)} ago`,
    lag: job.lagSeconds === undefined ? "–" : span(job.lagSeconds),
    did:
      done.map(([what, count]) => `${wordsOfReason(camelToDashes(what)).toLowerCase()} ${figure(count)}`).join(", ") ||
      "–",
    isAsked: job.askedAgo !== undefined,
  };
}

const camelToDashes = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function standingOf({ problem, lagSeconds = 0 }: JobStatus): StandingView {
  if (problem !== undefined) return { word: "Fails", tone: "bad", why: problem };
  return lagSeconds > LATE ? { word: "Behind", tone: "wait" } : { word: "Runs", tone: "good" };
}

function authorityOf({ away, at }: LastHeard): StandingView {
  const since = at ? `last heard ${minute(at)} UTC` : "never heard";
  return away
    ? { word: "Away", tone: "bad", why: since }
    : { word: "Answers", tone: "good", ...(at && { why: since }) };
}

/** Whoever looks is answered by one process of several, and each reaches others by itself. */
const seenBy = ({ host, pid, since }: UpstreamsSeen["by"]): string =>
  `As process ${pid} on ${host} has found them since ${minute(since)} UTC. Each process of the app finds out for itself: this page loaded again may come from another one.`;

function upstreamOf({
  name,
  origin,
  answered,
  failed,
  failedInARow,
  lastAnswered,
  problem,
}: UpstreamsSeen["upstreams"][number]): UpstreamView {
  return {
    name,
    origin,
    standing:
      failedInARow === 0
        ? { word: "Answers", tone: "good" }
        : { word: "Does not answer", tone: "bad", why: `${figure(failedInARow)} in a row: ${problem ?? "unknown"}` },
    answered: figure(answered),
    failed: figure(failed),
    lastAnswered: lastAnswered ? minute(lastAnswered) : "Never",
  };
}
