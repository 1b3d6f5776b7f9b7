import { forcedBrandCss } from "~/brands/brand-css";
import { SANDBOX_BRAND_NAMES, SANDBOX_BRANDS, type SandboxBrand } from "~/brands/index";
import { DESIGNS, type Design } from "~/brands/palette";
import { env } from "~/env.server";
import { isLocale, LOCALES, type Locale } from "~/i18n/catalogues";

/** How the pages of the gallery are looked at. A brand or a theme that is not chosen is the app's and the browser's own. */
export interface Choice {
  readonly locale: Locale;
  readonly brand?: SandboxBrand;
  readonly theme?: Design;
}

export const CHOICES = { locale: LOCALES, brand: SANDBOX_BRAND_NAMES, theme: DESIGNS } as const;

/**
 * Guards what is there for looking alone: in production it does not exist, and neither does a choice that is not known.
 *
 * @throws Response 404
 */
export function requireChoice(request: Request): Choice {
  const choice = env().ASSENT_MODE === "sandbox" ? readChoice(new URL(request.url).searchParams) : undefined;
  if (!choice) throw new Response(null, { status: 404 });
  return choice;
}

function readChoice(query: URLSearchParams): Choice | undefined {
  const given = [...query].filter(([, value]) => value !== "");
  if (given.some(([name]) => !Object.hasOwn(CHOICES, name))) return undefined;
  const { locale = LOCALES[0]!, brand, theme } = Object.fromEntries(given);
  if (!isLocale(locale)) return undefined;
  if (brand !== undefined && !isOneOf(SANDBOX_BRAND_NAMES, brand)) return undefined;
  if (theme !== undefined && !isOneOf(DESIGNS, theme)) return undefined;
  return { locale, ...(brand && { brand }), ...(theme && { theme }) };
}

/** The bank that is looked at. */
export const brandOf = ({ brand }: Choice) => (brand ? SANDBOX_BRANDS[brand] : env().brand);

/** The address of the stylesheet that makes a page look as chosen; none when nothing is. */
export function lookOf({ brand, theme }: Choice): string | undefined {
  return brand || theme
    ? `/gallery/look?${new URLSearchParams({ ...(brand && { brand }), ...(theme && { theme }) })}`
    : undefined;
}

/** That stylesheet. */
export const lookSheet = (choice: Choice): string => forcedBrandCss(brandOf(choice), choice.theme);

const isOneOf = <T extends string>(known: readonly T[], value: string): value is T =>
  (known as readonly string[]).includes(value);
