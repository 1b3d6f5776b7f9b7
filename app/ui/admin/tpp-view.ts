import type { FactView } from "./fact-view";
import type { StaffNotice } from "./staff-notices";
import type { StandingView } from "./standing-view";

export interface TppListView {
  readonly notices: readonly StaffNotice[];
  readonly asOf: string;
  /** Whoever may have the register looked at now. */
  readonly sync: boolean;
  readonly form: {
    readonly text: string;
    readonly selects: readonly SelectView[];
    readonly isFiltered: boolean;
  };
  readonly rows: readonly TppRowView[];
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

export interface SelectView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string; readonly isChosen: boolean }[];
}

export interface TppRowView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly firm?: string | undefined;
  readonly standing: StandingView;
  readonly held: readonly string[];
  readonly roles: string;
  readonly blocked?: string | undefined;
  readonly certificate?: { readonly until: string; readonly warning?: StandingView | undefined } | undefined;
  readonly consents: string;
}

export interface TppView {
  readonly id: string;
  readonly name: string;
  readonly standing: StandingView;
  readonly notices: readonly StaffNotice[];
  readonly asOf: string;
  readonly acts: readonly { readonly href: string; readonly words: string }[];
  readonly facts: readonly FactView[];
  readonly suspensions: readonly SuspensionRowView[];
  readonly compared: readonly ComparedRowView[];
  readonly certificates: readonly CertificateRowView[];
  readonly changes: readonly ChangeRowView[];
}

export interface SuspensionRowView {
  readonly id: string;
  readonly standing: StandingView;
  readonly what: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly approval: string;
  readonly lift?: string | undefined;
}

export interface ComparedRowView {
  readonly field: string;
  readonly register: string;
  readonly authority: string;
  readonly differs: boolean;
}

export interface CertificateRowView {
  readonly thumbprint: string;
  readonly use: string;
  readonly subject: string;
  readonly from: string;
  readonly until: string;
  readonly state: StandingView;
}

export interface ChangeRowView {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}
