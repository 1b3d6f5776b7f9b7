import type { QuestionView } from "../consent-page-view";

/** What a kind of consent adds to the page. */
export interface KindOfQuestion {
  readonly title: string;
  readonly between: string;
  readonly appRole: string;
  readonly error?: { readonly message: string; readonly href: string };
  /** What a message that stands alone says after the title: whole sentences. */
  readonly alone?: readonly string[];
  readonly view: Pick<
    QuestionView,
    | "subject"
    | "already"
    | "again"
    | "inItsPlace"
    | "ifNot"
    | "accounts"
    | "summary"
    | "afterwards"
    | "allow"
    | "refuse"
  >;
}
