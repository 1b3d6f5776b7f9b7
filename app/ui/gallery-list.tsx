/** Every page in every state, by area, and how they are to be looked at. For staff of the bank, in English. */
export interface GalleryListView {
  readonly choices: readonly { readonly name: string; readonly values: readonly string[]; readonly chosen: string }[];
  readonly areas: readonly {
    readonly area: string;
    readonly exhibits: readonly { readonly name: string; readonly href: string }[];
  }[];
}

export function GalleryList({ view: { choices, areas } }: { view: GalleryListView }) {
  return (
    <>
      <form className="mb-8 flex flex-wrap items-end gap-4">
        {choices.map(({ name, values, chosen }) => (
          <label key={name} className="block text-base">
            <span className="block text-soft">{name}</span>
            <select name={name} defaultValue={chosen} className="min-h-11 rounded border border-edge px-2">
              {name !== "locale" && <option value="">as it is</option>}
              {values.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="min-h-11 rounded bg-action px-5 text-base font-semibold text-on-action">
          Show
        </button>
      </form>
      {areas.map(({ area, exhibits }) => (
        <section key={area} className="mb-8">
          <h2 className="mb-2 text-xl font-semibold">{area}</h2>
          <ul data-area={area} className="gap-x-8 sm:columns-2 lg:columns-3">
            {exhibits.map(({ name, href }) => (
              <li key={name}>
                <a href={href} className="inline-block py-1">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
