/** How one upstream has answered this process since it began; told by its origin, which holds no secret. */
export interface UpstreamHealth {
  readonly origin: string;
  readonly answered: number;
  readonly failed: number;
  /** Calls in a row without an answer; 0 after one. */
  readonly failedInARow: number;
  readonly lastAnswered?: Date;
  readonly lastFailed?: Date;
  /** Why the last call that failed did. */
  readonly problem?: string;
}

/** One process's view. Another one may be cut off from whom this one reaches, which no sum of both would show. */
export interface UpstreamsSeen {
  readonly by: { readonly host: string; readonly pid: number; readonly since: Date };
  readonly upstreams: readonly (UpstreamHealth & { readonly name: string })[];
}
