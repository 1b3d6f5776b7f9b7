/** Crockford's alphabet: no letter that is taken for a digit, or for another one. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * "K7QM-3F0A-9XTC": what stands on paper, to be held against what the check page says of a file. Sixty bits of the
 * digest: nobody makes a second receipt with the same code, since only we sign.
 *
 * @param digest SHA-256 of the signed receipt.
 * @param length of the code, twelve at most.
 */
export function shortCode(digest: Uint8Array, length = 12): string {
  const bits = digest.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const letters = Array.from({ length }, (_, at) => ALPHABET[Number((bits >> BigInt(59 - 5 * at)) & 31n)]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
