import type { QuestionView } from "~/ui/consent-page-view";

/** What a kind of consent adds to the page. */
export interface KindOfQuestion {
  readonly title: string;
  readonly between: string;
  readonly appRole: string;
  readonly error?: { readonly message: string; readonly href: string };
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
