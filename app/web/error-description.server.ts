/**
 * What the log says of an error. Names, codes and places are kept; words are kept only where they cannot quote what
 * somebody typed: database errors repeat parameters and rows (Drizzle in the message, PostgreSQL in `detail`), so theirs
 * are dropped, and elsewhere anything that looks like a number of an account or a token is blotted out.
 */
export interface ErrorDescription {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: ErrorDescription;
}

const DATABASE_ERRORS = new Set(["PostgresError", "DrizzleQueryError", "DrizzleError"]);
const FRAMES = 8;
const MAX_DEPTH = 4;

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const type = error.constructor.name === "Error" ? error.name : error.constructor.name;
  const quotesInput = DATABASE_ERRORS.has(type) || DATABASE_ERRORS.has(error.name);
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    type,
    ...(quotesInput ? {} : { message: blot(error.message) }),
    ...(code === undefined ? {} : { code: blot(code) }),
    ...(error.stack === undefined ? {} : { at: frames(error.stack) }),
    ...(error.cause === undefined || depth >= MAX_DEPTH ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Runs of six or more digits, and of sixteen or more characters of a token's alphabet that are not one plain word. */
function blot(text: string): string {
  return text
    .slice(0, 500)
    .replace(/\d(?:[ -]?\d){5,}/g, "[number]")
    .replace(/\b(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/g, "[token]");
}

function frames(stack: string): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/(?:file:\/\/)?\/[^\s()]*\/(node_modules|build|app|db)\//, "$1/"));
}
