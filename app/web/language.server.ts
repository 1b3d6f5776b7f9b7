import { CATALOGUES, isLocale, type Locale } from "~/i18n/catalogues";
import { acceptedLocale, DEFAULT_LOCALE } from "~/i18n/locale-lookup";
import type { Words } from "~/i18n/words";
import type { Spoken } from "./document-context";

/** Not sealed: it says nothing but what the next page shows anyway, and another value only shows that page otherwise. */
const COOKIE = "__Host-language";

const CHOSEN = new RegExp(`(?:^|;)\\s*${COOKIE}=([A-Za-z0-9-]+)\\s*(?:;|$)`);

const A_YEAR = 31_536_000;

/**
 * The language of the page that answers a request: what the customer chose here, else what their browser asks for, else
 * the first of ours. Neither the hand-off nor the request behind it names a language, and the bank is not asked for one:
 * what it knows is used where it comes along anyway, in mail.
 */
const localeOf = (headers: Headers): Locale =>
  chosenIn(headers.get("cookie")) ?? acceptedLocale(headers.get("accept-language")) ?? DEFAULT_LOCALE;

function chosenIn(cookies: string | null): Locale | undefined {
  const tag = CHOSEN.exec(cookies ?? "")?.[1];
  return tag !== undefined && isLocale(tag) ? tag : undefined;
}

type Asked = Pick<Request, "headers">;

/** The words in which a request is answered. */
export const wordsFor = ({ headers }: Asked): Words => CATALOGUES[localeOf(headers)];

export function spokenTo(request: Asked): Spoken {
  const { locale, pages } = wordsFor(request);
  return { locale, problems: pages.problem };
}

/**
 * Headers that make this browser remember the choice, for as long as browsers are asked to; none for a language that we
 * do not have.
 */
export function rememberLanguage(tag: string): Headers {
  const headers = new Headers();
  if (isLocale(tag)) {
    headers.append("Set-Cookie", `${COOKIE}=${tag}; Max-Age=${A_YEAR}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  }
  return headers;
}
