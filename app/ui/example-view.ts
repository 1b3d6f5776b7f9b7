import type { Cluster, LineId } from "~/domain/permissions/clusters";

/**
 * An example of the customer's own data (P-05). It stands beside the view of the page and never in it: that is kept as
 * evidence, and this is kept nowhere.
 */
export interface ExampleView {
  readonly cluster: Cluster;
  /** Of which account. */
  readonly title: string;
  readonly spokenTitle: string;
  readonly note: string;
  readonly lines: readonly ExampleLine[];
  /** Said in the place of the lines when there is no example to be had. */
  readonly failed?: string;
}

export interface ExampleLine {
  readonly id: LineId;
  readonly label: string;
  readonly rows: readonly ExampleRow[];
  /** Said where there are no rows. */
  readonly none: string;
}

export interface ExampleRow {
  readonly text: string;
  /** How a screen reader says it, where that differs from how it looks: digits singly. */
  readonly spoken?: string;
  readonly amount?: string;
}
