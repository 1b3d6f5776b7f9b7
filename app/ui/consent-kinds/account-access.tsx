import { CannotList } from "~/ui/cannot-list";
import type { AccountAccessView } from "~/ui/consent-page-view";
import { PermissionClusters } from "~/ui/permission-clusters";
import { MarginNote, Section } from "~/ui/section";
import { Sentence } from "~/ui/sentence";

export function AccountAccessQuestion({ subject }: { subject: AccountAccessView }) {
  return <Sentence>{subject.question}</Sentence>;
}

/** What the app will see, what it will not, why, and until when. */
export function AccountAccessDetails({ subject }: { subject: AccountAccessView }) {
  const { why, howLong } = subject;
  return (
    <>
      <Section title={subject.willSee}>
        <PermissionClusters clusters={subject.clusters} />
      </Section>
      <CannotList view={subject.cannot} />
      <div className="rows mt-10 border-y border-line print:mt-3">
        <MarginNote title={why.title}>
          {why.caption ? (
            <figure>
              <blockquote>
                <Sentence>{why.text}</Sentence>
              </blockquote>
              <figcaption className="text-base text-soft">
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
            <strong>{howLong.until}</strong>
          </p>
          {howLong.note && <p className="text-base text-soft">{howLong.note}</p>}
        </MarginNote>
      </div>
    </>
  );
}
