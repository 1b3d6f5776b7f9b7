import { isPermission, type Permission } from "../permissions/permission";
import { failed, ok, type Result } from "../shared/result";

/** Sharing account data with a TPP (UK account-access-consents). */
export interface AccountAccess {
  readonly kind: "account-access";
  readonly permissions: ReadonlySet<Permission>;
  /** When the sharing ends; absent means until the customer stops it. The bank never changes it (E-02). */
  readonly expiresAt?: Date;
  /** The part of the past that may be read; an absent end is open. */
  readonly history: { readonly from?: Date; readonly to?: Date };
}

/** A code that we have no words for: what cannot be shown must not be approved (C-05). */
export interface UnknownPermission {
  readonly problem: "unknown-permission";
  readonly codes: readonly string[];
}

/** Reads permission codes as the TPP wrote them. Repeated codes are one. */
export function readPermissions(codes: readonly string[]): Result<ReadonlySet<Permission>, UnknownPermission> {
  const unknown = codes.filter((code) => !isPermission(code));
  return unknown.length > 0
    ? failed({ problem: "unknown-permission", codes: unknown })
    : ok(new Set(codes.filter(isPermission)));
}
