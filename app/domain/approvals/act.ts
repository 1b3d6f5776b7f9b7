import type { MOVES } from "../consent/lifecycle";
import type { ClientId } from "../shared/ids";
import type { PolicyRules } from "./policy";

/**
 * What may need a second person. `payload` is the whole of what will run and nothing else: it is what the second
 * person is shown, and its hash is what they approve.
 */
export type Act =
  | { readonly name: "revoke-consents"; readonly payload: RevokeMany }
  | { readonly name: "suspend-tpp"; readonly payload: SuspendTpp }
  | {
      readonly name: "lift-suspension";
      readonly payload: { readonly suspensionId: string; readonly clientId: ClientId };
    }
  | { readonly name: "export-consents"; readonly payload: { readonly query: string; readonly count: number } }
  | {
      readonly name: "change-approval-policy";
      /** `from` is the version that it was made from: over another one it is another change. */
      readonly payload: { readonly from: number; readonly rules: PolicyRules };
    };

export type ActName = Act["name"];

export interface RevokeMany {
  /** The list that was prepared, and will be ended. */
  readonly setId: string;
  /** SHA-256 of its consents, in the order of their ids: another set is another act. */
  readonly setHash: string;
  readonly count: number;
  readonly reason: (typeof MOVES)["terminate"]["reasons"][number];
}

/** What a TPP may not do any more. */
export const SUSPENSION_SCOPES = ["new-consents", "payments", "all-access"] as const;
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

export interface SuspendTpp {
  readonly clientId: ClientId;
  readonly scope: SuspensionScope;
  /** ISO 8601, in UTC. */
  readonly from: string;
  /** Absent: until it is lifted. */
  readonly until?: string;
  readonly reason: string;
}
