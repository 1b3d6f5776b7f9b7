import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The bank that the sandbox plays, as the app's pages show it: a log-in page or a mail under another name than the page
 * that follows it would look like somebody else's. Taken from the file of the brand (docs/how-to/brand-the-pages.md), as
 * the bank's other systems would have it; of its fields only those that these services show.
 */
export interface Brand {
  readonly name: string;
  readonly phone: string;
  /** The `d` of an SVG path in a box of 28 by 28. */
  readonly mark: string;
  /** Of boxes and buttons, in pixels. */
  readonly radius: number;
  readonly font: readonly string[];
  readonly light: BrandColours;
  readonly dark: BrandColours;
}

export interface BrandColours {
  readonly accent: string;
  readonly onAccent: string;
  readonly mark: string;
  readonly tint: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The brand that `BRAND_FILE` or `BRAND` names, as the app reads these two.
 *
 * @throws Error when the file is not one of a brand. The app says in full what is wrong with it, and does not start either.
 */
export function brandFromEnv(env: Environment = process.env): Brand {
  const file = env["BRAND_FILE"] || join(process.cwd(), "app/brands", `${env["BRAND"] || "northlight"}.json`);
  const brand = JSON.parse(readFileSync(file, "utf8")) as Partial<Brand>;
  const texts = [brand.name, brand.phone, brand.mark];
  const colours = [brand.light, brand.dark].flatMap((design) => [
    design?.accent,
    design?.onAccent,
    design?.mark,
    design?.tint,
  ]);
  const isBrand =
    texts.every((text) => typeof text === "string" && !/["<>]/.test(text)) &&
    colours.every((colour) => /^#[0-9a-f]{6}$/.test(colour ?? "")) &&
    typeof brand.radius === "number" &&
    Array.isArray(brand.font) &&
    brand.font.every((family) => /^[A-Za-z0-9 -]+$/.test(family));
  if (!isBrand) throw new Error(`${file} is not the file of a brand; see docs/how-to/brand-the-pages.md`);
  return brand as Brand;
}

/** What the app has to be told to show the same bank. */
export const brandSettings = (env: Environment = process.env): Record<string, string> =>
  Object.fromEntries(["BRAND", "BRAND_FILE"].flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

/** "northlight.example", for a made-up bank of that name: no such address can ever exist (RFC 2606). */
export function domainOf({ name }: Pick<Brand, "name">): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${words.filter((word) => word !== "bank").join("-") || "bank"}.example`;
}

/** A font stack for a style sheet. */
export const fontsOf = ({ font }: Pick<Brand, "font">): string =>
  font.map((family) => (/ /.test(family) ? `"${family}"` : family)).join(", ");
