import type { DashboardView } from "./dashboard-view";

/** What a customer was told, newest first. */
export interface NoticesView extends DashboardView {
  readonly notices: readonly NoticeView[];
  /** In the place of notices. */
  readonly nothing?: { readonly text: string; readonly teach: string };
  /** Only where something is new: how much, and the newest that stands here. */
  readonly unread?: { readonly count: string; readonly upTo: string; readonly markAll: string };
  readonly older?: LinkView;
  readonly newest?: LinkView;
  readonly settings: LinkView;
}

export interface LinkView {
  readonly href: string;
  readonly label: string;
}

export interface NoticeView {
  readonly id: string;
  readonly subject: string;
  /** To what it is about, where that is the customer's own. */
  readonly href?: string;
  readonly text: readonly string[];
  readonly when: string;
  /** Set while it is unread. */
  readonly isNew?: string;
}

/** How a customer wants to hear. */
export interface NoticeSettingsView extends DashboardView {
  /** Set after it was kept. */
  readonly saved?: string;
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
  readonly always: { readonly title: string; readonly text: string };
  readonly topics: readonly TopicView[];
  readonly quiet: QuietView;
  /** Absent without any. */
  readonly apps?: { readonly title: string; readonly hint: string; readonly boxes: readonly BoxView[] };
  readonly save: string;
  readonly take: LinkView;
}

export interface TopicView {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly boxes: readonly BoxView[];
}

export interface BoxView {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly ticked: boolean;
}

export interface QuietView {
  readonly title: string;
  readonly hint: string;
  readonly box: BoxView;
  readonly from: HourView;
  readonly until: HourView;
}

export interface HourView {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly hours: readonly { readonly value: string; readonly label: string }[];
}

/** A customer's own record, as files. */
export interface ExportView extends DashboardView {
  readonly text: string;
  readonly keepSafe: string;
  readonly files: readonly LinkView[];
}
