import { readFileSync, statSync } from "node:fs";
import { type ParsedBrand, parseBrand } from "./brand";
import heron from "./heron.json";
import northlight from "./northlight.json";

/** Made-up banks, for the sandbox: nobody's customers may meet them. */
export const SANDBOX_BRANDS = { northlight, heron } as const satisfies Readonly<Record<string, unknown>>;

export type SandboxBrand = keyof typeof SANDBOX_BRANDS;
export const SANDBOX_BRAND_NAMES = Object.keys(SANDBOX_BRANDS) as [SandboxBrand, ...SandboxBrand[]];

const LARGEST_FILE = 16_384;

/** The brand of a file, or all that is wrong with it. Nothing of its content is repeated but names of fields and ratios. */
export function readBrandFile(file: string): ParsedBrand {
  const problem = (text: string): ParsedBrand => ({ ok: false, problems: [text] });
  try {
    if (statSync(file).size > LARGEST_FILE) return problem(`is larger than ${LARGEST_FILE} bytes`);
    return parseBrand(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    return problem(error instanceof SyntaxError ? "is not JSON" : "cannot be read");
  }
}
