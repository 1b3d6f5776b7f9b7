import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits for a URL or a cookie. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** What is stored of a secret: a reader of the database learns none that still opens anything. */
export const fingerprint = (secret: string) => createHash("sha256").update(secret).digest();

/** Compares in constant time. */
export const isSecret = (secret: string, stored: Uint8Array | null): boolean =>
  stored !== null && timingSafeEqual(fingerprint(secret), stored);
