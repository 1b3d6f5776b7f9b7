import { directionOf } from "~/domain/shared/direction";
import { AccountText } from "../account-text";
import { AlreadySharing } from "../already-sharing";
import { partsOf } from "../consent-kinds/index";
import type { QuestionView } from "../consent-page-view";
import { DashboardFrame } from "../dashboard-frame";
import { Icon } from "../icon";
import { Parties } from "../parties";
import { Section } from "../section";
import { Sentence } from "../sentence";
import { LabelledFacts } from "./labelled-facts";
import type { ShownPageView } from "./shown-page-view";

/** What was on the screen then, by the parts that drew it, with nothing left to press. */
export function ShownPage({ view }: { view: ShownPageView }) {
  const { intro, answer, said, locale, chosen, buttons, proof, back } = view;
  return (
    <DashboardFrame view={view}>
      <p className="mt-4">
        <Sentence>{intro}</Sentence> <strong>{answer}</strong>
      </p>
      <article
        lang={locale}
        dir={directionOf(locale)}
        data-shown="page"
        className="mt-6 border border-edge px-4 pb-6 sm:px-8"
      >
        <Said view={said} chosen={new Set(chosen)} />
      </article>
      <p className="mt-4">
        <Sentence>{buttons}</Sentence>
      </p>
      <p className="mt-8 mb-3 font-semibold">{proof.text}</p>
      <LabelledFacts items={proof.facts} />
      <p className="mt-10 print:hidden">
        <a href={back.href} className="inline-block min-h-11 py-2 underline underline-offset-4">
          {back.label}
        </a>
      </p>
    </DashboardFrame>
  );
}

/** The page itself. */
export function Said({ view, chosen }: { view: QuestionView; chosen: ReadonlySet<string> }) {
  const { Question, questionLook, Details } = partsOf(view.subject);
  const rows = [...(view.accounts.alsoChosen ? [view.accounts.alsoChosen] : []), ...view.accounts.groups].flatMap(
    (group) => group.rows,
  );
  return (
    <>
      <h2 className={`${view.again ? "title" : questionLook} mt-6 font-semibold`}>
        {view.again ? <Sentence>{view.again.question}</Sentence> : <Question subject={view.subject} />}
      </h2>
      <Parties view={view.parties} />
      <p className="mt-4">
        <Sentence>{view.promise}</Sentence>
      </p>
      {view.already && <AlreadySharing view={view.already} />}
      <Before note={view.again?.note ?? view.inItsPlace} />
      <Details subject={withoutExamples(view.subject)} />
      <Section title={view.accounts.title}>
        <ul className="rows border-y border-line">
          {rows.map((row) => (
            <li key={row.id} className="flex items-start gap-3 py-3">
              <span className="w-6 shrink-0">{chosen.has(row.id) && <Icon of="check" />}</span>
              <AccountText row={row} />
            </li>
          ))}
        </ul>
      </Section>
      <p className="in-short">
        <Sentence>{view.summary}</Sentence>
      </p>
      <p className="mt-4">
        <strong>{view.afterwards.title}</strong> <Sentence>{view.afterwards.text}</Sentence>
      </p>
    </>
  );
}

function Before({ note }: { note: QuestionView["inItsPlace"] }) {
  return note ? (
    <p className="mt-6 border-s-4 border-edge bg-tint px-4 py-3">
      <strong>{note.title}</strong> <Sentence>{note.text}</Sentence>
    </p>
  ) : null;
}

/** There is no form any more that a press for one would send. */
function withoutExamples(subject: QuestionView["subject"]): QuestionView["subject"] {
  if (subject.kind !== "account-access") return subject;
  return { ...subject, clusters: subject.clusters.map(({ example: _example, ...cluster }) => cluster) };
}
