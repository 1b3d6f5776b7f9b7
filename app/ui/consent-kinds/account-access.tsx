import { CannotList } from "~/ui/cannot-list";
import type { AccountAccessView } from "~/ui/consent-page-view";
import { PermissionClusters } from "~/ui/permission-clusters";
import { Section } from "~/ui/section";
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
      <Section title={why.title}>
        {why.caption ? (
          <figure>
            <blockquote className="border-s-4 border-line ps-4">
              <Sentence>{why.text}</Sentence>
            </blockquote>
            <figcaption className="mt-1 ps-5 text-base text-soft">
              <Sentence>{why.caption}</Sentence>
            </figcaption>
          </figure>
        ) : (
          <p>
            <Sentence>{why.text}</Sentence>
          </p>
        )}
      </Section>
      <Section title={howLong.title}>
        <p>
          <strong className="font-semibold">{howLong.until}</strong>
          {howLong.note && <span className="ms-2 text-soft">{howLong.note}</span>}
        </p>
      </Section>
    </>
  );
}
