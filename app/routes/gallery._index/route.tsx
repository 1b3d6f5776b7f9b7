import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlainPage } from "~/ui/plain-page";
import { CHOICES, lookOf, requireChoice } from "~/web/gallery-choice.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Gallery" },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

/** Every page in every state, to be looked at in every language, brand and theme. For staff of the bank, in English. */
export async function loader({ request }: LoaderFunctionArgs) {
  const choice = requireChoice(request);
  const { GALLERY } = await import("~/ui/gallery");
  const query = new URLSearchParams({ ...choice });
  const exhibits = GALLERY.map(({ name }) => ({ name, href: `/gallery/${name}?${query}` }));
  const areas = [...new Set(exhibits.map(({ name }) => areaOf(name)))].map((area) => ({
    area,
    exhibits: exhibits.filter(({ name }) => areaOf(name) === area),
  }));
  return { choice, choices: CHOICES, areas, look: lookOf(choice) };
}

const areaOf = (name: string) => name.split("-")[0]!;

export default function Gallery() {
  const { choice, choices, areas } = useLoaderData<typeof loader>();
  return (
    <PlainPage>
      <h1>Gallery</h1>
      <form className="mb-8 flex flex-wrap items-end gap-4">
        {(["locale", "brand", "theme"] as const).map((name) => (
          <label key={name} className="block text-base">
            <span className="block text-soft">{name}</span>
            <select name={name} defaultValue={choice[name] ?? ""} className="min-h-11 rounded border border-edge px-2">
              {name !== "locale" && <option value="">as it is</option>}
              {choices[name].map((value) => (
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
          <ul data-area={area}>
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
    </PlainPage>
  );
}
