import type { CannotItem } from "./facts-view";
import { Section } from "./section";

/** What the app will not see and can not do, from the complement of what it asked for (P-04). */
export function CannotList({ view }: { view: { readonly title: string; readonly items: readonly CannotItem[] } }) {
  if (view.items.length === 0) return null;
  return (
    <Section title={view.title}>
      <ul className="cannot">
        {view.items.map((item) => (
          <li key={`${item.id} ${item.text}`}>{item.text}</li>
        ))}
      </ul>
    </Section>
  );
}
