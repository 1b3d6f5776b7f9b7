import type { RevocationReason } from "../revocation/bulk-revocation";

/** Each step of the end of many consents at once; each consent has its own events beside. */
export type RevocationEvent =
  | {
      readonly type: "revocation-prepared";
      readonly detail: {
        readonly revocationId: string;
        readonly scope: string;
        readonly reason: RevocationReason;
        /** By what a search was narrowed; without what names somebody. */
        readonly filter?: Readonly<Record<string, readonly string[]>>;
        /** The list that left these. */
        readonly restOf?: string;
      };
    }
  /** All of its consents were found: from here on the list does not change. */
  | {
      readonly type: "revocation-frozen";
      readonly detail: { readonly revocationId: string; readonly count: number; readonly setHash: string };
    }
  | {
      readonly type: "revocation-started";
      readonly detail: { readonly revocationId: string; readonly approvalId: string };
    }
  /** What was approved is not what would have run. */
  | {
      readonly type: "revocation-not-run";
      readonly detail: { readonly revocationId: string; readonly approvalId: string };
    }
  | { readonly type: "revocation-stopped"; readonly detail: { readonly revocationId: string } }
  | {
      readonly type: "revocation-ended";
      readonly detail: {
        readonly revocationId: string;
        readonly count: number;
        readonly revoked: number;
        readonly endedBefore: number;
        readonly notRevoked: number;
      };
    };
