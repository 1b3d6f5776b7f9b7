import type { Finding } from "./judge.ts";

/** How often everything is there of one consent that was ended with many others. */
export interface EndedLedger {
  readonly consentId: string;
  /** Of its line of the list. */
  readonly item: string;
  /** In our picture. */
  readonly status: string;
  readonly changes: number;
  readonly intended: number;
  readonly settled: number;
  readonly moved: number;
  readonly versions: number;
  readonly events: number;
  /** At the authorization server. */
  readonly held: string;
  /** One before it was ended there. */
  readonly revision: number;
}

/** R12: each was ended once, here and there, with one of everything that stands for it. */
export function judgeEnded({ consentId, ...row }: EndedLedger): readonly Finding[] {
  const { item, status, held, revision, ...counts } = row;
  const all = Object.values(counts);
  const blame = (fault: Finding["fault"]) => [{ fault, consentId, what: JSON.stringify(row) }];
  if (Math.max(...all) > 1 || revision > 2) return blame("doubled");
  const isEnded = item === "revoked" && status === "terminated" && held === "revoked";
  if (isEnded && revision === 2 && all.every((count) => count === 1)) return [];
  if (item === "waiting" || item === "sent") return blame("stuck");
  // Ended at one of the two, and not at the other.
  return blame((status === "terminated") === (held === "revoked") ? "lost" : "orphaned");
}
