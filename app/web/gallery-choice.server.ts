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

/** Where the gallery is: in the portal, for staff; and in the sandbox alone also for whoever walks through all of it. */
export const GALLERIES = { staff: "/admin/gallery", sandbox: "/gallery" } as const;
export type Gallery = (typeof GALLERIES)[keyof typeof GALLERIES];

/** @throws Response 404 for a choice that is not known */
export function requireChoice(request: Request): Choice {
  const choice = readChoice(new URL(request.url).searchParams);
  if (!choice) throw new Response(null, { status: 404 });
  return choice;
}

/**
 * Guards the gallery that asks nobody who they are: in production it does not exist.
 *
 * @throws Response 404
 */
export function requireSandboxChoice(request: Request): Choice {
  if (env().ASSENT_MODE !== "sandbox") throw new Response(null, { status: 404 });
  return requireChoice(request);
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
export function lookOf({ brand, theme }: Choice, gallery: Gallery): string | undefined {
  return brand || theme
    ? `${gallery}/look?${new URLSearchParams({ ...(brand && { brand }), ...(theme && { theme }) })}`
    : undefined;
}

/** That stylesheet. */
export const lookAnswer = (choice: Choice): Response =>
  new Response(forcedBrandCss(brandOf(choice), choice.theme), {
    headers: { "Content-Type": "text/css; charset=utf-8" },
  });

const isOneOf = <T extends string>(known: readonly T[], value: string): value is T =>
  (known as readonly string[]).includes(value);
