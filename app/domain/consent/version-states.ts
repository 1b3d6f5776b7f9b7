/** What a version says that changed with it, each as [before, after]. */
interface Changes {
  readonly version: number;
  readonly difference: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** What can change in the life of a consent beside its status. */
export interface VersionState {
  readonly accountIds: readonly string[];
  /** Absent: it was open-ended. */
  readonly expiresAt?: Date;
}

/**
 * How a consent stood in each of its versions, from how it stands now and what changed with each (D-06): nothing is kept
 * twice.
 *
 * @param versions oldest first.
 */
export function versionStates(now: VersionState, versions: readonly Changes[]): ReadonlyMap<number, VersionState> {
  const states = new Map<number, VersionState>();
  let state = now;
  for (const { version, difference } of versions.toReversed()) {
    states.set(version, state);
    state = before(state, difference);
  }
  return states;
}

function before({ accountIds, expiresAt }: VersionState, difference: Changes["difference"]): VersionState {
  const accounts = difference["accountIds"]?.[0];
  const end = difference["expiresAt"] ? difference["expiresAt"][0] : expiresAt;
  const ended = dateOf(end);
  return {
    accountIds: Array.isArray(accounts) ? accounts.map(String) : accountIds,
    ...(ended && { expiresAt: ended }),
  };
}

/** In the record a date is text. */
function dateOf(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  const date = typeof value === "string" ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
