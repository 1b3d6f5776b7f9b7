import { DashboardFrame } from "./dashboard-frame";
import type { HomeView } from "./dashboard-view";
import { Section } from "./section";
import { Sentence } from "./sentence";

/** What does not go on without the customer. Empty, it says what would stand here. */
export function DashboardHome({ view }: { view: HomeView }) {
  const { title, items, nothing, teach } = view.waiting;
  return (
    <DashboardFrame view={view}>
      <Section title={title}>
        {nothing ? (
          <p className="font-semibold">{nothing}</p>
        ) : (
          <ul className="rows border-y border-line">
            {items.map(({ id, href, from, by }) => (
              <li key={id} className="py-4">
                <a href={href} className="inline-block py-1 font-semibold underline underline-offset-4">
                  <Sentence>{from}</Sentence>
                </a>
                <p className="text-base text-soft">
                  <Sentence>{by}</Sentence>
                </p>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-2 text-base text-soft">{teach}</p>
      </Section>
      <p className="mt-10 text-base text-soft">{view.idle}</p>
    </DashboardFrame>
  );
}
