import { SubmitButton } from "./button";
import { DashboardFrame } from "./dashboard-frame";
import type { NoticesView, NoticeView } from "./notices-view";
import { Sentence } from "./sentence";

/** What a customer was told, newest first; what is new says so. */
export function NoticesPage({ view }: { view: NoticesView }) {
  const { notices, nothing, unread, older, newest, settings } = view;
  return (
    <DashboardFrame view={view}>
      <p className="mt-4">
        <a href={settings.href} className="inline-block py-1 underline underline-offset-4">
          {settings.label}
        </a>
      </p>
      {unread && (
        <form method="post" className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-semibold">{unread.count}</p>
          <SubmitButton name="up-to" value={unread.upTo} quiet>
            {unread.markAll}
          </SubmitButton>
        </form>
      )}
      {nothing ? (
        <div className="part">
          <p className="font-semibold">{nothing.text}</p>
          <p className="text-soft">{nothing.teach}</p>
        </div>
      ) : (
        <ul className="rows mt-6 border-y border-line">
          {notices.map((notice) => (
            <Notice key={notice.id} view={notice} />
          ))}
        </ul>
      )}
      {(older || newest) && (
        <p className="mt-6 flex flex-wrap gap-x-6">
          {[newest, older].map(
            (way) =>
              way && (
                <a key={way.href} href={way.href} className="inline-block py-2 underline underline-offset-4">
                  {way.label}
                </a>
              ),
          )}
        </p>
      )}
    </DashboardFrame>
  );
}

function Notice({ view: { id, subject, href, text, when, isNew } }: { view: NoticeView }) {
  return (
    <li className="py-4">
      <h2 className="font-semibold">
        {isNew && <span className="me-2 rounded bg-tint px-2 py-0.5 text-base">{isNew}</span>}
        {href ? (
          <a href={href} className="inline-block py-1 underline underline-offset-4" aria-describedby={`when-${id}`}>
            <Sentence>{subject}</Sentence>
          </a>
        ) : (
          <Sentence>{subject}</Sentence>
        )}
      </h2>
      {text.map((each) => (
        <p key={each} className="mt-1 max-w-[40rem]">
          <Sentence>{each}</Sentence>
        </p>
      ))}
      <p id={`when-${id}`} className="mt-1 text-base text-soft">
        {when}
      </p>
    </li>
  );
}
