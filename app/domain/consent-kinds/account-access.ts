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

/** Longer than anybody can say yes for: a date further away is a mistake, or means something else. */
const LONGEST_YEARS = 100;

/**
 * Whether its dates are such that somebody can agree to them. They are never mended (E-02): sharing that has ended before
 * it began, a past that ends before it begins, or a date that is none, is not asked about at all.
 */
export function canBeAgreedTo({ expiresAt, history: { from, to } }: AccountAccess, now: Date): boolean {
  const dates = [expiresAt, from, to].filter((date) => date !== undefined);
  if (dates.some((date) => Number.isNaN(date.getTime()))) return false;
  if (expiresAt && (expiresAt <= now || expiresAt.getUTCFullYear() > now.getUTCFullYear() + LONGEST_YEARS))
    return false;
  return !(from && to && from > to);
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
