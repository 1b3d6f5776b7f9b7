import type { CannotItem } from "./consent-page-view";
import { Section } from "./section";

/** What the app will not see and can not do, from the complement of what it asked for (P-04). */
export function CannotList({ view }: { view: { readonly title: string; readonly items: readonly CannotItem[] } }) {
  return (
    <Section title={view.title}>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 print:grid-cols-3 print:gap-y-0 print:text-base">
        {view.items.map((item) => (
          <li key={`${item.id} ${item.text}`} data-cannot={item.id} className="cross">
            {item.text}
          </li>
        ))}
      </ul>
    </Section>
  );
}
