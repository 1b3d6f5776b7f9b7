/** One request and its response, in the form in which they are kept and shown: secrets masked already. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Field[];
    readonly body?: Body;
  };
  /** Absent when no answer came; `problem` says why. */
  readonly response?: {
    readonly status: number;
    readonly headers: readonly Field[];
    readonly body?: Body;
  };
  readonly problem?: string;
  readonly milliseconds: number;
}

export interface Field {
  readonly name: string;
  readonly value: string;
}

export type Body =
  | { readonly type: "json" | "text"; readonly text: string }
  | { readonly type: "form"; readonly fields: readonly Field[] };
