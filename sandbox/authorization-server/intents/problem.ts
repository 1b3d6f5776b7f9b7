/**
 * What the UK Read/Write API calls a fault: one name, said as `UK.OBIE.<name>` in v3.1 and as a four-character code
 * (OBExternalStatusReason1Code) in v4.0.
 */
export const V4_CODES = {
  "Field.Expected": "U001",
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
  "Signature.Invalid": "U015",
  "Signature.InvalidClaim": "U016",
  "Signature.MissingClaim": "U017",
  "Signature.Malformed": "U018",
  "Signature.Missing": "U019",
  "Unsupported.AccountIdentifier": "U021",
  "Unsupported.Currency": "U023",
  "Unsupported.Frequency": "U025",
  UnexpectedError: "U000",
} as const;

export type ProblemName = keyof typeof V4_CODES;

export interface Problem {
  readonly name: ProblemName;
  /** For the TPP's developer. Never a value that was sent: it may be personal data. */
  readonly message: string;
  /** A JSON path into the body, or the name of a header. */
  readonly path?: string;
}

const STATUS_TEXT = { 400: "BadRequest", 403: "Forbidden", 500: "InternalServerError" } as const;

/** An answer of 4xx or 5xx. Without problems it has no body. */
export class Refusal extends Error {
  readonly status: keyof typeof STATUS_TEXT | 401 | 404 | 405 | 406 | 415;
  readonly problems: readonly Problem[];

  constructor(status: Refusal["status"], ...problems: readonly Problem[]) {
    super(`${status} ${problems.map((problem) => problem.name).join(" ")}`);
    this.status = status;
    this.problems = problems;
  }
}

/** The body of a refusal (OBErrorResponse1), or undefined where the standard has none. */
export function errorBody(refusal: Refusal, version: "v3.1" | "v4.0", interactionId: string): object | undefined {
  const [first] = refusal.problems;
  if (!first) return undefined;
  const text = STATUS_TEXT[refusal.status as keyof typeof STATUS_TEXT];
  return {
    // Deprecated in v4.0, required in v3.1.
    ...(version === "v3.1" && { Code: `${refusal.status} ${text}`, Message: first.message }),
    Id: interactionId,
    Errors: refusal.problems.map(({ name, message, path }) => ({
      ErrorCode: version === "v3.1" ? `UK.OBIE.${name}` : V4_CODES[name],
      Message: message,
      ...(path && { Path: path.slice(0, 500) }),
    })),
  };
}
