import type { LongLookView } from "./audit-view";
import type { FactView } from "./fact-view";
import type { StandingView } from "./standing-view";

/** How things run, as operators see it; decided on the server. */
export interface JobView {
  readonly name: string;
  readonly standing: StandingView;
  readonly lastRun: string;
  readonly lastSuccess: string;
  readonly lag: string;
  readonly did: string;
  /** A round was asked for and has not begun. */
  readonly isAsked: boolean;
}

export interface UpstreamView {
  readonly name: string;
  readonly origin: string;
  readonly standing: StandingView;
  readonly answered: string;
  readonly failed: string;
  readonly lastAnswered: string;
}

export interface OperationsView {
  readonly jobs: readonly JobView[];
  readonly mayRetry: boolean;
  readonly authority: StandingView;
  readonly upstreams: readonly UpstreamView[];
  /** Whose view that is. */
  readonly upstreamsSeenBy: string;
  readonly isAsked: boolean;
}

export interface EndpointView {
  readonly key: string;
  readonly name: string;
  readonly channel: string;
  readonly standing: StandingView;
  readonly queued: string;
  readonly oldest: string;
  readonly dead: string;
  readonly deadHref?: string;
}

export interface DeadView {
  readonly id: string;
  readonly href: string;
  readonly to: string;
  readonly consent: string;
  readonly standing: StandingView;
  readonly attempts: string;
  readonly at: string;
}

export interface DeliveriesView {
  readonly endpoints: readonly EndpointView[];
  /** Whose letters are shown, where it is one alone. */
  readonly of?: string;
  readonly dead: readonly DeadView[];
  readonly newer?: string;
  readonly older?: string;
  readonly replayHref?: string;
}

export interface DeliveryView {
  readonly title: string;
  readonly standing: StandingView;
  readonly facts: readonly FactView[];
  /** The token as it is sent, and what it says. */
  readonly signed?: { readonly token: string; readonly header: string; readonly payload: string };
  readonly plain?: string;
  readonly isPersonal: boolean;
  readonly attempts: readonly AttemptView[];
  readonly mayReplay: boolean;
}

export interface AttemptView {
  readonly id: string;
  readonly at: string;
  readonly outcome: string;
  readonly code: string;
  readonly took: string;
}

export interface DifferenceRow {
  readonly id: string;
  readonly consent: string;
  readonly href: string;
  readonly about: string;
  readonly ours: string;
  readonly theirs: string;
  readonly since: string;
}

export interface DifferencesView {
  readonly facts: readonly FactView[];
  readonly rows: readonly DifferenceRow[];
  readonly newer?: string;
  readonly older?: string;
}

export interface DifferenceView {
  readonly facts: readonly FactView[];
  /** What it would do, in a sentence; and the button that does it. */
  readonly question: string;
  readonly act?: { readonly proposal: string; readonly button: string; readonly isDanger: boolean };
  readonly notices: readonly string[];
}

export interface RetentionView {
  readonly rules: readonly RuleView[];
  readonly due: readonly DueView[];
  readonly running?: LongLookView;
  readonly countedAt?: string;
}

export interface DueView {
  readonly what: string;
  readonly count: string;
}

export interface RuleView {
  readonly what: string;
  readonly kept: string;
  readonly least: string;
}

export interface AuthorityClientView {
  readonly id: string;
  readonly name: string;
  readonly whose: StandingView;
  readonly workspace: string;
  readonly authentication: string;
  /** Its end, by the register of TPPs. */
  readonly certificate?: { readonly until: string; readonly warning?: StandingView | undefined } | undefined;
  readonly keys: readonly string[];
  readonly scopes: string;
}
