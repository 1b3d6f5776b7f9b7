import type { StaffPermission } from "../staff/permission";
import type { Act, ActName } from "./act";

interface ActRule {
  /** What whoever asks for it may do; looked at again when it runs. */
  readonly asks: StaffPermission;
  /** What the second person may do. */
  readonly decides: StaffPermission;
  /** It stops harm, so that somebody may answer for it after instead of before. */
  readonly stopsHarm: boolean;
}

/** Who may ask for an act, and who may be the second person. */
export const ACT_RULES = {
  "revoke-consents": { asks: "consents:revoke-many", decides: "approvals:decide", stopsHarm: true },
  "suspend-tpp": { asks: "tpps:suspend", decides: "approvals:decide", stopsHarm: true },
  "lift-suspension": { asks: "tpps:suspend", decides: "approvals:decide", stopsHarm: false },
  "export-consents": { asks: "consents:export", decides: "approvals:decide", stopsHarm: false },
  // Whoever could let a rule go alone would be let do by it whatever the rule is for.
  "change-approval-policy": { asks: "approvals:policy", decides: "approvals:policy", stopsHarm: false },
} as const satisfies Record<ActName, ActRule>;

export const ACT_NAMES = Object.keys(ACT_RULES) as readonly ActName[];

/** How much of it, as its rule counts. */
export const countOf = (act: Act): number => ("count" in act.payload ? act.payload.count : 1);
