import { SubmitButton } from "./button";
import { DashboardFrame } from "./dashboard-frame";
import { ErrorSummary } from "./error-summary";
import type { BoxView, HourView, NoticeSettingsView, QuietView } from "./notices-view";
import { Section } from "./section";
import { Sentence } from "./sentence";

/** How a customer wants to hear: one form, kept by one press. */
export function NoticeSettingsPage({ view }: { view: NoticeSettingsView }) {
  const { saved, problem, always, topics, quiet, apps, save, take } = view;
  return (
    <DashboardFrame view={view}>
      {problem && (
        <div className="mt-4">
          <ErrorSummary problem={problem} />
        </div>
      )}
      {saved && (
        <p role="status" className="mt-4 rounded bg-tint p-4 font-semibold">
          {saved}
        </p>
      )}
      <Section title={always.title}>
        <p className="max-w-[40rem]">{always.text}</p>
      </Section>
      <form method="post" autoComplete="off">
        {topics.map((topic) => (
          <Choices key={topic.id} view={topic} />
        ))}
        <Quiet view={quiet} />
        {apps && <Choices view={{ id: "apps", ...apps }} />}
        <div className="mt-8 flex max-w-[20rem]">
          <SubmitButton name="save" value="yes">
            {save}
          </SubmitButton>
        </div>
      </form>
      <p className="mt-8">
        <a href={take.href} className="inline-block py-1 underline underline-offset-4">
          {take.label}
        </a>
      </p>
    </DashboardFrame>
  );
}

interface ChoicesView {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly boxes: readonly BoxView[];
}

function Choices({ view: { id, title, hint, boxes } }: { view: ChoicesView }) {
  return (
    <fieldset className="part" aria-describedby={`${id}-hint`}>
      <legend>{title}</legend>
      <p id={`${id}-hint`} className="text-soft">
        {hint}
      </p>
      <ul className="list mt-3">
        {boxes.map((box) => (
          <li key={box.value}>
            <Box view={box} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What was on the page goes along with what is ticked: an app that came since was not decided about. */
function Box({ view: { name, value, label, ticked } }: { view: BoxView }) {
  return (
    <label>
      {name === "remind" && <input type="hidden" name="app" value={value} />}
      <input type="checkbox" name={name} value={value} defaultChecked={ticked} />
      <span>
        <Sentence>{label}</Sentence>
      </span>
    </label>
  );
}

function Quiet({ view: { title, hint, box, from, until } }: { view: QuietView }) {
  return (
    <fieldset className="part" aria-describedby="quiet-hint">
      <legend>{title}</legend>
      <p id="quiet-hint" className="text-soft">
        {hint}
      </p>
      <ul className="list mt-3">
        <li>
          <Box view={box} />
        </li>
      </ul>
      <div className="shelf-find">
        <Hour view={from} />
        <Hour view={until} />
      </div>
    </fieldset>
  );
}

function Hour({ view: { name, label, chosen, hours } }: { view: HourView }) {
  return (
    <label>
      <span>{label}</span>
      <select id={name} name={name} defaultValue={chosen} autoComplete="off">
        {hours.map(({ value, label: hour }) => (
          <option key={value} value={value}>
            {hour}
          </option>
        ))}
      </select>
    </label>
  );
}
