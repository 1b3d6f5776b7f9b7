import { z } from "zod";
import { contrastProblems } from "./contrast";
import { isMarkPath } from "./mark-path";

/**
 * What makes the pages one bank's: everything else is the same for every bank. Each value is of a closed form, so that
 * nothing in a brand's file can reach past its own declaration in the stylesheet.
 */

const colour = z.string().regex(/^#[0-9a-f]{6}$/, "must be a colour such as #0f3b36, in small letters");
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "is empty")
    .max(most, `must have ${most} characters at most`)
    .regex(/^[^\p{C}<>]*$/u, "must be one line of visible characters");
const family = z.string().regex(/^-?[A-Za-z][A-Za-z0-9 -]{0,39}$/, "must be the name of a typeface");
const stack = z.array(family).min(1, "must name a typeface").max(12, "must name 12 typefaces at most");

const colours = z.strictObject({ accent: colour, onAccent: colour, mark: colour, tint: colour });

/**
 * What customers look for their connections by must not be what they call other things (CEG, R-02): a bank's own name
 * for these pages says more than that.
 */
const dashboardName = line(60).refine(
  (name) => !/^(?:permissions?|accounts?|log-?ins?)$/i.test(name),
  "must say what is connected, such as Open Banking connected apps",
);

const schema = z.strictObject({
  /** As customers know the bank, and whom they call. */
  name: line(60),
  phone: line(30).regex(/^\+?[\d ()-]+$/, "must be a telephone number"),
  /** What the bank calls the dashboard, by language; ours where it has no name of its own (D-02). */
  dashboardName: z.record(z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, "must be a language"), dashboardName).optional(),
  /** Drawn in one colour in a box of 28 by 28: the `d` of an SVG path, holes by the even-odd rule. */
  mark: z.string().max(4_000, "must have 4000 characters at most").refine(isMarkPath, "must be the d of an SVG path"),
  /** Of every box and button, in pixels. */
  radius: z.number().min(0, "must be 0 to 24").max(24, "must be 0 to 24"),
  font: stack,
  /** For headings; the same as everything else unless given. */
  headings: stack.optional(),
  light: colours,
  dark: colours,
});

export type Brand = Readonly<z.output<typeof schema>>;

export type ParsedBrand =
  | { readonly ok: true; readonly brand: Brand }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a brand's file, naming everything that is wrong with it at once: first its form, then which of its colours
 * cannot be read on one another.
 *
 * @param json the file's content.
 */
export function parseBrand(json: unknown): ParsedBrand {
  const parsed = schema.safeParse(json);
  const problems = parsed.success
    ? contrastProblems(parsed.data)
    : parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(" "));
  return parsed.success && problems.length === 0 ? { ok: true, brand: parsed.data } : { ok: false, problems };
}
