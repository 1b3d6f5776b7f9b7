import { createContext, useContext } from "react";
import { paths } from "~/paths";
import { Icon } from "./icon";

/** The languages in which this page can be had, and what is needed to come back to it. */
export interface LanguageSwitchView {
  /** "Language". */
  readonly label: string;
  /** Of this page, BCP 47. */
  readonly locale: string;
  /** Each by its own name, so that whoever reads only that one finds it. */
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
  /** The address of this page, from the slash on. */
  readonly to: string;
}

/** Given once, around every page; without it a page has no switch. */
export const LanguageSwitchContext = createContext<LanguageSwitchView | undefined>(undefined);

/**
 * The other languages, one press away and without script.
 *
 * @param form the id of the page's own form, whose choices then come along; without one there is nothing to lose.
 */
export function LanguageSwitch({ form }: { form?: string | undefined }) {
  const view = useContext(LanguageSwitchContext);
  if (!view || view.languages.length < 2) return null;
  return (
    <details className="language">
      <summary>
        <Icon of="languages" />
        <span className="sr-only">{view.label} </span>
        <LanguageName locale={view.locale} name={nameOf(view)} />
      </summary>
      <div>{form ? <Choices view={view} form={form} /> : <OwnForm view={view} />}</div>
    </details>
  );
}

const nameOf = ({ languages, locale }: LanguageSwitchView) =>
  languages.find((language) => language.locale === locale)?.name ?? locale;

/** In its own language and direction, whatever the page is in (WCAG 2.2, 3.1.2). */
const LanguageName = ({ locale, name }: { locale: string; name: string }) => <bdi lang={locale}>{name}</bdi>;

function OwnForm({ view }: { view: LanguageSwitchView }) {
  return (
    <form method="post" action={paths.language}>
      <input type="hidden" name="to" value={view.to} />
      <Choices view={view} />
    </form>
  );
}

function Choices({ view, form }: { view: LanguageSwitchView; form?: string }) {
  return (
    <ul aria-label={view.label}>
      {view.languages.map(({ locale, name }) => (
        <li key={locale}>
          <button
            type="submit"
            name="show"
            value={`language:${locale}`}
            form={form}
            aria-current={locale === view.locale ? "true" : undefined}
          >
            <LanguageName locale={locale} name={name} />
          </button>
        </li>
      ))}
    </ul>
  );
}
