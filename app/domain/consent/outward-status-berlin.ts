import type { OutwardFacts, OutwardNames } from "./outward-status";

/** Berlin Group NextGenPSD2: a bank has no word of its own for a pause, nor for what it ended itself. */
const BERLIN = {
  "awaiting-upload": "received",
  pending: "received",
  "partially-authorised": "partiallyAuthorised",
  authorised: "valid",
  suspended: "valid",
  consumed: "expired",
  rejected: "rejected",
  revoked: "revokedByPsu",
  terminated: "terminatedByAspsp",
  expired: "expired",
} as const satisfies OutwardNames;

export const berlinStatus = ({ status, by }: OutwardFacts): string =>
  status === "revoked" && by === "tpp" ? "terminatedByTpp" : BERLIN[status];
