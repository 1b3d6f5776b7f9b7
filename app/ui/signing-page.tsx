import { AccountText } from "./account-text";
import { SubmitButton } from "./button";
import { partsOf } from "./consent-kinds/index";
import { DashboardFrame } from "./dashboard-frame";
import { Parties } from "./parties";
import { Section } from "./section";
import { Sentence } from "./sentence";
import type { SigningPageView } from "./signing-view";

interface SigningPageProps {
  readonly view: SigningPageView;
  /** Names this page as it was kept, where it can be answered. */
  readonly seen?: string;
}

/** What the first signer saw, drawn by the same parts, with nothing on it to change. */
export function SigningPage({ view, seen = "" }: SigningPageProps) {
  const { message, request, answer } = view;
  return (
    <DashboardFrame view={view}>
      {message && (
        <div data-signing="message">
          <p className="mt-4">
            <Sentence>{message.text}</Sentence>
          </p>
        </div>
      )}
      {request && <Request view={request} />}
      {answer && (
        <form method="post" autoComplete="off">
          <input type="hidden" name="seen" value={seen} />
          <p className="in-short">
            <Sentence>{answer.after}</Sentence>
          </p>
          <div className="answers">
            {answer.sign && (
              <SubmitButton name="choice" value="sign" icon="check">
                {answer.sign}
              </SubmitButton>
            )}
            <SubmitButton name="choice" value="refuse" icon="x">
              {answer.refuse}
            </SubmitButton>
          </div>
          {answer.due && (
            <p className="small mt-4">
              <Sentence>{answer.due}</Sentence>
            </p>
          )}
        </form>
      )}
    </DashboardFrame>
  );
}

function Request({ view }: { view: NonNullable<SigningPageView["request"]> }) {
  const { Details } = partsOf(view.subject);
  return (
    <>
      {view.intro && (
        <p className="mt-4">
          <Sentence>{view.intro}</Sentence>
        </p>
      )}
      <Parties view={view.parties} />
      <Details subject={view.subject} />
      <Section title={view.account.title}>
        {view.account.rows.map((row) => (
          <AccountText key={row.id} row={row} />
        ))}
      </Section>
      <Section title={view.who.title}>
        <p className="font-semibold">{view.who.progress}</p>
        <ul className="mt-2 ps-6">
          {view.who.people.map((person) => (
            <li key={person} className="list-disc ps-1 marker:text-edge">
              <Sentence>{person}</Sentence>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
