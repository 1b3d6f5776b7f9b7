import type { ApiVersion } from "./api-version.ts";

/** Error codes of the UK Read/Write API: v3.1 writes them after `UK.OBIE.`, v4.0 as the four characters. */
const CODES = {
  "Field.Invalid": "U002",
  "Field.InvalidDate": "U003",
  "Field.Missing": "U004",
  "Field.Unexpected": "U005",
  "Header.Invalid": "U006",
  "Header.Missing": "U007",
  "Resource.ConsentMismatch": "U008",
  "Resource.InvalidConsentStatus": "U009",
  "Resource.InvalidFormat": "U010",
  "Resource.NotFound": "U011",
  "Rules.AfterCutOffDateTime": "U012",
  "Rules.DuplicateReference": "U013",
  "Rules.FailsControlParameters": "U014",
  "Signature.Invalid": "U015",
  "Signature.InvalidClaim": "U016",
  "Signature.MissingClaim": "U017",
  "Signature.Malformed": "U018",
  "Signature.Missing": "U019",
  "Unsupported.Currency": "U023",
  "Unsupported.EventType": "U024",
  "Unsupported.Frequency": "U025",
  Reauthenticate: "U028",
  UnexpectedError: "U000",
} as const;

export type ErrorCode = keyof typeof CODES;

const REASONS = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  406: "NotAcceptable",
  409: "Conflict",
  413: "PayloadTooLarge",
  415: "UnsupportedMediaType",
  500: "InternalServerError",
  503: "ServiceUnavailable",
} as const;

export type RefusalStatus = keyof typeof REASONS;

export interface RefusalDetail {
  readonly code: ErrorCode;
  /** For the TPP's developer. Never quotes what was sent. */
  readonly message: string;
  /** JSON path, query parameter or header that is wrong. */
  readonly path?: string;
}

/** A request that the gateway turns down. Without a detail the answer has no body: the standard has no code for it. */
export class Refusal extends Error {
  constructor(
    readonly status: RefusalStatus,
    readonly detail?: RefusalDetail,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail?.message ?? REASONS[status]);
  }
}

export const badRequest = (code: ErrorCode, message: string, path?: string): Refusal =>
  new Refusal(400, { code, message, ...(path !== undefined && { path }) });

/** RFC 6750 section 3: no error code where no token was sent. */
export const unauthorised = (error?: "invalid_token"): Refusal =>
  new Refusal(401, undefined, { "www-authenticate": error ? `Bearer error="${error}"` : "Bearer" });

/** `OBErrorResponse1`; undefined where the refusal has no body. */
export function errorBody(refusal: Refusal, version: ApiVersion, interactionId: string): object | undefined {
  if (!refusal.detail) return undefined;
  const { code, message, path } = refusal.detail;
  const where = path === undefined ? {} : { Path: path };
  if (version === "v4.0") {
    return { Id: interactionId, Errors: [{ ErrorCode: CODES[code], Message: message, ...where }] };
  }
  return {
    Code: `${refusal.status} ${REASONS[refusal.status]}`,
    Id: interactionId,
    Message: message,
    Errors: [{ ErrorCode: `UK.OBIE.${code}`, Message: message, ...where }],
  };
}
