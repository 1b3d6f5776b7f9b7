type ErrorCode =
  | "consent_not_found"
  | "login_already_decided"
  | "login_not_extensible"
  | "login_repeated"
  | "consent_not_usable"
  | "consent_already_consumed"
  | "invalid_request"
  | "invalid_scope"
  | "invalid_accounts"
  | "insufficient_authentication";

/** A 4xx of the internal API: `{status_code, error, error_code?, details?}` (ACP error body). */
export class Refusal extends Error {
  readonly body: object;

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 422,
    error: string,
    code?: ErrorCode,
    details?: object,
  ) {
    super(`${status} ${code ?? error}`);
    this.body = { status_code: status, error, ...(code && { error_code: code }), ...(details && { details }) };
  }
}

export const notFound = () => new Refusal(404, "not found");

/** Told apart from a path that this server does not have, so that a client may look for the consent in another way. */
export const consentNotFound = () => new Refusal(404, "not found", "consent_not_found");

export const invalid = (error: string, code: ErrorCode = "invalid_request", details?: object) =>
  new Refusal(400, error, code, details);
