/** What staff do with many consents at once without changing any. What names somebody is not in here (decision 51). */
export type SearchEvent =
  /** Consents were looked for by whose they are. */
  | { readonly type: "consents-searched"; readonly detail: { readonly by: "name" | "customer" | "account" } }
  /** A list was taken away: narrowed by what, and, where that names nobody, to what. */
  | {
      readonly type: "consents-exported";
      readonly detail: {
        readonly filter: Readonly<Record<string, readonly string[]>>;
        readonly count: number;
        readonly format: "csv" | "jsonl";
        readonly approvalId?: string;
      };
    };
