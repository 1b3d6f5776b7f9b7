/** What the app depends on is wired here by hand. */

export interface Readiness {
  readonly ready: boolean;
  /** Names of what is missing, for operators; nothing about why. */
  readonly notReady: readonly string[];
}

export async function readiness(): Promise<Readiness> {
  return { ready: true, notReady: [] };
}

export async function closeServices(): Promise<void> {}
