import type { WithheldId } from "~/domain/permissions/clusters";

/** One line of what is asked, under the label that says what it is. */
export interface Fact {
  readonly id:
    | "payee"
    | "payee-account"
    | "name-check"
    | "reference"
    | "amount"
    | "charge"
    | "total"
    | "when"
    | "purpose"
    | "starts"
    | "ends"
    | "asks"
    | "away"
    | "answer"
    | "issuer"
    | "past-answers"
    | "count"
    | "check"
    | "payee-bank"
    | "country"
    | "gets"
    | "rate"
    | "rate-holds"
    | "fees"
    | "speed"
    | "rhythm"
    | "first"
    | "regular"
    | "last"
    | "next";
  readonly label: string;
  readonly value: string;
  /** What stands below it, each on a line of its own. */
  readonly values?: readonly string[];
  /** How a screen reader says it, where that differs from how it looks: digits singly. */
  readonly spoken?: string;
  readonly tag?: ChangeTag;
}

/** What became of a part since the customer agreed to the one before (P-11). */
export interface ChangeTag {
  readonly is: "new" | "changed" | "removed";
  readonly label: string;
  /** What it was. */
  readonly before?: string;
}

/** What a yes does not allow. */
export interface CannotView {
  readonly title: string;
  readonly items: readonly CannotItem[];
}

export interface CannotItem {
  readonly id: WithheldId | "always";
  readonly text: string;
}
