import { CannotList } from "~/ui/cannot-list";
import { BeforeChange, TagOf } from "~/ui/change-tag";
import type { AccountAccessView } from "~/ui/consent-page-view";
import type { ExampleView } from "~/ui/example-view";
import { PermissionClusters } from "~/ui/permission-clusters";
import { MarginNote, Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";

type Whole = NonNullable<AccountAccessView["why"]["whole"]>;

/** However long an app goes on, the page stays short, and every word of it can be read (P-13). */
function WholePurpose({ whole }: { whole: Whole }) {
  return (
    <details className="mt-1 text-base print:hidden">
      <summary className="bare min-h-11 py-2 underline">{whole.title}</summary>
      <p className="wrap-anywhere">
        <Sentence>{whole.text}</Sentence>
      </p>
    </details>
  );
}

export function AccountAccessQuestion({ subject }: { subject: AccountAccessView }) {
  return <Sentence>{subject.question}</Sentence>;
}

/** What is agreed already is told without why it was asked and until when, which stand elsewhere then. */
export type SeenView = Omit<AccountAccessView, "question" | "why" | "howLong"> &
  Partial<Pick<AccountAccessView, "why" | "howLong">>;

/** What the app will see, what it will not, why, and until when. */
export function AccountAccessDetails({ subject, example }: { subject: SeenView; example?: ExampleView }) {
  const { why, howLong, noLonger } = subject;
  return (
    <>
      <Section title={subject.willSee}>
        {/* Where a press that takes the example away leads back to. */}
        <div id={example ? undefined : "example"}>
          <PermissionClusters clusters={subject.clusters} {...(example && { example })} />
        </div>
      </Section>
      {noLonger && (
        <Section title={noLonger.title}>
          <ul className="limits">
            {noLonger.lines.map(({ id, text, tag }) => (
              <li key={id}>
                <TagOf tag={tag} />
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <CannotList view={subject.cannot} />
      {why && howLong && <Notes why={why} howLong={howLong} />}
    </>
  );
}

function Notes({ why, howLong }: Pick<AccountAccessView, "why" | "howLong">) {
  return (
    <div className="notes">
      <MarginNote title={why.title}>
        {why.caption ? (
          <figure>
            <blockquote>
              <Sentence>{why.text}</Sentence>
              {why.whole && <WholePurpose whole={why.whole} />}
            </blockquote>
            <figcaption className="small">
              <Sentence>{why.caption}</Sentence>
            </figcaption>
          </figure>
        ) : (
          <p>
            <Sentence>{why.text}</Sentence>
          </p>
        )}
      </MarginNote>
      <MarginNote title={howLong.title}>
        <p>
          <TagOf tag={howLong.tag} />
          <strong>{howLong.until}</strong>
          <BeforeChange tag={howLong.tag} />
        </p>
        {howLong.note && <p className="small">{howLong.note}</p>}
      </MarginNote>
    </div>
  );
}
