import { BeforeChange, TagOf } from "../change-tag";
import { DashboardFrame } from "../dashboard-frame";
import { Section } from "../section";
import { Sentence } from "../sentence";
import type { ChoiceView, HistoryView } from "./history-view";

const LINK = "inline-block min-h-11 py-2 underline underline-offset-4";

/** Who did what, when and why; and two versions side by side, as they are chosen. */
export function HistoryPage({ view }: { view: HistoryView }) {
  const { items, compare, compared, back } = view;
  return (
    <DashboardFrame view={view}>
      {compared && (
        <Section title={compared.title}>
          {compared.same && <p>{compared.same}</p>}
          <ul className="rows border-y border-line">
            {compared.rows.map(({ text, tag }) => (
              <li key={`${tag.is} ${text}`} className="py-3 wrap-anywhere">
                <TagOf tag={tag} />
                {tag.is === "removed" ? (
                  <del>
                    <Sentence>{text}</Sentence>
                  </del>
                ) : (
                  <Sentence>{text}</Sentence>
                )}
                <BeforeChange tag={tag} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ol reversed className="rows mt-6 list-none border-y border-line">
        {items.map(({ version, what, why, accounts, who, when, page, receipt }) => (
          <li key={version} className="py-4">
            <p className="small">{version}</p>
            <p className="font-semibold">
              <Sentence>{what}</Sentence>
            </p>
            {why && <p>{why}</p>}
            {accounts?.map((account) => (
              <p key={account}>
                <Sentence>{account}</Sentence>
              </p>
            ))}
            <p className="small">
              <Sentence>{who}</Sentence>, {when}
            </p>
            {[page, receipt].map(
              (way) =>
                way && (
                  <p key={way.href} className="print:hidden">
                    <a href={way.href} className={LINK}>
                      {way.label} <span className="sr-only">{version}</span>
                    </a>
                  </p>
                ),
            )}
          </li>
        ))}
      </ol>
      {compare && (
        <Section title={compare.title}>
          <search>
            <form method="get" className="shelf-find print:hidden">
              <Choice view={compare.from} />
              <Choice view={compare.to} />
              <button type="submit">{compare.go}</button>
            </form>
          </search>
        </Section>
      )}
      <p className="mt-10 print:hidden">
        <a href={back.href} className={LINK}>
          {back.label}
        </a>
      </p>
    </DashboardFrame>
  );
}

function Choice({ view: { name, label, options } }: { view: ChoiceView }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={options.find(({ isChosen }) => isChosen)?.value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
