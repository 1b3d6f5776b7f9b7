import { AccountText } from "../account-text";
import { ButtonLink, SubmitButton } from "../button";
import { DashboardFrame } from "../dashboard-frame";
import { ErrorSummary } from "../error-summary";
import { Section } from "../section";
import { Sentence } from "../sentence";
import type { AccountsView, ChoiceView, StoppedGroup, StoppingForm, StoppingPageView } from "./stopping-view";

/** What stopping means and the two answers, or what came of it: one component for all that customers stop, pause and report. */
export function StoppingPage({ view }: { view: StoppingPageView }) {
  return (
    <DashboardFrame view={view}>
      <div data-stopping={view.is}>
        {view.problem && (
          <div className="mt-6">
            <ErrorSummary problem={view.problem} />
          </div>
        )}
        {view.lead && (
          <p className="mt-6">
            <Sentence>{view.lead}</Sentence>
          </p>
        )}
        {view.accounts && <Accounts view={view.accounts} />}
        {view.facts && <Facts view={view.facts} />}
        {view.groups?.map((group) => (
          <Group key={group.id} view={group} />
        ))}
        {view.points.length > 0 && (
          <ul className="mt-6 grid gap-3 ps-6">
            {view.points.map((point) => (
              <li key={point} className="list-disc ps-1 marker:text-edge">
                <Sentence>{point}</Sentence>
              </li>
            ))}
          </ul>
        )}
        {view.form && <Answers view={view.form} />}
        {view.links.length > 0 && (
          <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
            {view.links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-block py-2 font-semibold underline underline-offset-4">
                  <Sentence>{label}</Sentence>
                </a>
              </li>
            ))}
          </ul>
        )}
        {view.notes.map((note) => (
          <p key={note} className="small mt-6">
            <Sentence>{note}</Sentence>
          </p>
        ))}
      </div>
    </DashboardFrame>
  );
}

function Accounts({ view }: { view: AccountsView }) {
  if (typeof view === "string") return <p className="mt-3 font-semibold">{view}</p>;
  return (
    <ul className="rows mt-3 border-y border-line">
      {view.rows.map((row) => (
        <li key={row.id} className="py-3">
          <AccountText row={row} />
        </li>
      ))}
    </ul>
  );
}

function Facts({ view }: { view: NonNullable<StoppingPageView["facts"]> }) {
  return (
    <dl className="facts mt-6">
      {view.map(({ label, value }) => (
        <div key={label} className="margin-note">
          <dt>
            <Sentence>{label}</Sentence>
          </dt>
          <dd className="font-semibold">
            <Sentence>{value}</Sentence>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Group({ view }: { view: StoppedGroup }) {
  return (
    <Section title={view.app}>
      <ul className="rows border-y border-line">
        {view.items.map(({ id, what, detail }) => (
          <li key={id} className="py-3">
            <strong className="font-semibold">{what}</strong>
            <span className="block text-base text-soft">
              <Sentence>{detail}</Sentence>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Answers({ view: { key, choice, tick, yes, no } }: { view: StoppingForm }) {
  return (
    <form method="post" autoComplete="off">
      <input type="hidden" name="key" value={key} />
      {choice && <Choice view={choice} />}
      {tick && (
        <ul className="list mt-8">
          <li>
            <label>
              <input type="checkbox" name="all" value="yes" id="choice" required className="self-center" />
              <span className="self-center">{tick}</span>
            </label>
          </li>
        </ul>
      )}
      <div className="answers">
        <SubmitButton name="answer" value="yes">
          {yes}
        </SubmitButton>
        <ButtonLink href={no.href}>{no.label}</ButtonLink>
      </div>
    </form>
  );
}

function Choice({ view: { name, title, hint, options } }: { view: ChoiceView }) {
  return (
    <fieldset className="part" aria-describedby={hint && "choice-hint"}>
      <legend>{title}</legend>
      {hint && (
        <p id="choice-hint" className="small">
          <Sentence>{hint}</Sentence>
        </p>
      )}
      <ul className="list mt-3">
        {options.map(({ value, label }, index) => (
          <li key={value}>
            <label>
              <input
                type="radio"
                name={name}
                value={value}
                className="self-center"
                {...(index === 0 && { id: "choice" })}
              />
              <span className="self-center">{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
