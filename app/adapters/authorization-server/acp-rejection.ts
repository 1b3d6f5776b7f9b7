import type { RefusalReason } from "~/domain/consent/decision";

/** An authorization error response (RFC 6749, section 4.1.2.1): the TPP gets it. */
export interface Rejection {
  readonly error: "access_denied" | "invalid_request" | "unauthorized_client";
  readonly error_description: string;
}

/** For what cannot be shown to anybody (C-05). */
export const UNSHOWABLE: Rejection = {
  error: "invalid_request",
  error_description: "The bank cannot show this request",
};

/**
 * A TPP hears nothing of what its customer said or has, not even that they have no account (P-25, S-08). What is at its
 * own side and nobody refused (T7) it is told, or it would ask its customer again for the same.
 */
export function rejectionFor(reason: RefusalReason): Rejection {
  if (reason === "technical") return UNSHOWABLE;
  if (reason === "tpp-not-authorised") {
    return { error: "unauthorized_client", error_description: "The bank does not take this request from this client" };
  }
  return { error: "access_denied", error_description: "The customer did not authorise this" };
}
