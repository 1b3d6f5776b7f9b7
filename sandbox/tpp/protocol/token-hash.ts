import { createHash } from "node:crypto";

/**
 * `s_hash`, `c_hash`, `at_hash` (OpenID Connect Core 3.3.2.11, FAPI 1.0 Advanced 5.1.1): the left half of the SHA-256
 * of the ASCII value, base64url. SHA-256 because the profile allows the …256 algorithms only.
 */
export function tokenHash(value: string): string {
  return createHash("sha256").update(value, "ascii").digest().subarray(0, 16).toString("base64url");
}
