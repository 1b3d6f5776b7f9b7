import { ActivityLine } from "../activity-line";
import { AuthorityAway } from "../authority-away";
import { AccountAccessDetails } from "../consent-kinds/account-access";
import { partsOf } from "../consent-kinds/index";
import { DashboardFrame } from "../dashboard-frame";
import { Monogram } from "../monogram";
import { Section } from "../section";
import { Sentence } from "../sentence";
import { StatusMark } from "../status-mark";
import { LabelledFacts } from "./labelled-facts";
import { Meter } from "./meter";
import type { AgreedView, OwnConsentView } from "./own-consent-view";
import { Uses } from "./uses";

/** One consent: who and how it stands, what is agreed to, what was done with it, and the ways on. */
export function OwnConsentPage({ view }: { view: OwnConsentView }) {
  const { app, status, notes, dates, agreed, accounts, meter, payments, questions, used, told, about, ways } = view;
  return (
    <DashboardFrame view={view}>
      <div className="own-head">
        <Monogram>{app.monogram}</Monogram>
        <p className="wrap-anywhere">
          <strong>
            <Sentence>{app.name}</Sentence>
          </strong>
          <StatusMark view={status} />
        </p>
        {ways.buttons.length > 0 && (
          <div className="ways-on">
            {ways.buttons.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </div>
        )}
      </div>
      <AuthorityAway view={view.authorityAway} />
      {notes.map((note) => (
        <p key={note} className="mt-4 border-s-4 border-edge bg-tint px-4 py-3">
          <Sentence>{note}</Sentence>
        </p>
      ))}
      {accounts.items.length > 0 && (
        <Section title={accounts.title}>
          <LabelledFacts items={accounts.items} />
          {accounts.note && <p className="small mt-2">{accounts.note}</p>}
        </Section>
      )}
      {dates.items.length > 0 && (
        <Section title={dates.title}>
          <LabelledFacts items={dates.items} />
        </Section>
      )}
      {agreed && <Agreed subject={agreed} />}
      {meter && <Meter view={meter} />}
      {payments && <Uses view={payments} />}
      {questions && <Uses view={questions} />}
      {used && (
        <Section title={used.title}>
          {used.activity && <ActivityLine {...used.activity} />}
          <LabelledFacts items={used.items} />
        </Section>
      )}
      {told && (
        <Section title={told.title}>
          <ul className="rows border-y border-line">
            {told.items.map(({ what, told: heard }) => (
              <li key={`${what} ${heard}`} className="py-3">
                <Sentence>{what}</Sentence>
                <p className="small">
                  <Sentence>{heard}</Sentence>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <About view={about} />
      <Section title={ways.title}>
        <ul className="print:hidden">
          {ways.links.map(({ label, href }) => (
            <li key={href}>
              <a href={href} className="inline-block py-1.5 underline underline-offset-4">
                {label}
              </a>
            </li>
          ))}
        </ul>
        {ways.text.map((text) => (
          <p key={text} className="mt-2">
            <Sentence>{text}</Sentence>
          </p>
        ))}
      </Section>
      <p className="mt-10 print:hidden">
        <a href={view.back.href} className="inline-block min-h-11 py-2 underline underline-offset-4">
          {view.back.label}
        </a>
      </p>
    </DashboardFrame>
  );
}

/** By the parts of the consent page. */
function Agreed({ subject }: { subject: AgreedView }) {
  if (subject.kind === "account-access") return <AccountAccessDetails subject={subject} />;
  const { Details } = partsOf(subject);
  return <Details subject={subject} />;
}

/** Somebody else's page opens with nothing of ours: no referrer, and no hold on this window. */
function About({ view: { title, items, asOf, text, links } }: { view: OwnConsentView["about"] }) {
  return (
    <Section title={title}>
      <LabelledFacts items={items} />
      {items.length > 0 && asOf && <p className="small mt-2">{asOf}</p>}
      {links.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-8">
          {links.map(({ label, href, opens }) => (
            <li key={label}>
              <a
                href={href}
                rel="noopener noreferrer external nofollow"
                className="inline-block py-1.5 underline underline-offset-4"
              >
                {label}
              </a>{" "}
              <span className="small">
                <Sentence>{opens}</Sentence>
              </span>
            </li>
          ))}
        </ul>
      )}
      {text.map((each) => (
        <p key={each} className="mt-2">
          <Sentence>{each}</Sentence>
        </p>
      ))}
    </Section>
  );
}
