import type { ChangeTag } from "../facts-view";
import type { UsesView } from "../own-consent/own-consent-view";
import type { FactView } from "./fact-view";
import type { StaffNotice } from "./staff-notices";
import type { StandingView } from "./standing-view";

/** One consent, to be read by the bank's staff. What came from outside is isolated in every text. */
export interface ConsentDetailView {
  /** Its id. */
  readonly title: string;
  readonly status: StandingView;
  readonly look: string;
  readonly notices: readonly StaffNotice[];
  readonly acts: readonly ActView[];
  readonly facts: readonly FactView[];
  readonly tpp: { readonly facts: readonly FactView[]; readonly note: string };
  readonly accounts: { readonly facts: readonly FactView[]; readonly note?: string };
  readonly agreed?: AgreedLinesView;
  readonly versions: readonly VersionRow[];
  /** How many are older than those. */
  readonly olderVersions: number;
  readonly reads?: ReadsOfView;
  readonly uses: readonly UsesView[];
  readonly signers?: { readonly facts: readonly FactView[]; readonly rows: readonly SignerRow[] };
  readonly changes: readonly ChangeRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly cases: readonly CaseRow[];
}

export interface ActView {
  readonly label: string;
  readonly href: string;
}

/** What the customer agreed to, in the customer's own words. */
export interface AgreedLinesView {
  readonly note: string;
  readonly groups: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export interface VersionRow {
  readonly version: number;
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly status: StandingView;
  readonly changed: readonly { readonly text: string; readonly tag: ChangeTag }[];
  /** The page that was answered. */
  readonly shown?: string;
}

export interface ReadsOfView {
  readonly activity?: { readonly weeks: readonly number[]; readonly label: string };
  readonly clusters: readonly FactView[];
  readonly told: string;
  readonly rows: readonly ReadRow[];
  readonly earlier?: string;
  readonly newest?: string;
}

export interface ReadRow {
  readonly id: string;
  readonly day: string;
  readonly what: string;
  readonly account: string;
  readonly reads: string;
  readonly records: string;
  readonly times: string;
  readonly how: string;
}

export interface SignerRow {
  readonly id: string;
  readonly name: string;
  readonly state: StandingView;
  readonly when: string;
}

export interface ChangeRow {
  readonly id: string;
  readonly when: string;
  readonly what: string;
  readonly why: string;
  /** In the words of whoever asked for it. */
  readonly note?: string;
  readonly who: string;
  readonly outcome: StandingView;
}

export interface DeliveryRow {
  readonly id: string;
  readonly when: string;
  readonly to: string;
  readonly what: string;
  readonly outcome: StandingView;
  readonly problem?: string;
}

export interface CaseRow {
  readonly reference: string;
  readonly what: string;
  readonly opened: string;
  readonly state: StandingView;
}
