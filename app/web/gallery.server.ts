import { CATALOGUES } from "~/i18n/catalogues";
import type { Screen } from "~/ui/exhibit";
import type { GalleryListView } from "~/ui/gallery-list";
import { brandOf, CHOICES, type Choice, type Gallery, lookOf } from "./gallery-choice.server";

/** What is only for looking at stays out of the code that a bank's customers are served with. */
const exhibits = async () => (await import("~/ui/gallery")).GALLERY;

/** Every exhibit by area, each with its address under this choice. */
export async function galleryList(
  choice: Choice,
  gallery: Gallery,
): Promise<GalleryListView & { look?: string | undefined }> {
  const query = new URLSearchParams({ ...choice });
  const all = (await exhibits()).map(({ name }) => ({ name, href: `${gallery}/${name}?${query}` }));
  return {
    choices: (["locale", "brand", "theme"] as const).map((name) => ({
      name,
      values: CHOICES[name],
      chosen: choice[name] ?? "",
    })),
    areas: [...new Set(all.map(({ name }) => areaOf(name)))].map((area) => ({
      area,
      exhibits: all.filter(({ name }) => areaOf(name) === area),
    })),
    look: lookOf(choice, gallery),
  };
}

const areaOf = (name: string) => name.split("-")[0] ?? name;

/**
 * One page in one state, as the real one is drawn. Its forms lead nowhere.
 *
 * @throws Response 404
 */
export async function galleryScreen(choice: Choice, gallery: Gallery, name: string | undefined) {
  const exhibit = (await exhibits()).find((one) => one.name === name);
  if (!exhibit) throw new Response(null, { status: 404 });
  const { name: bank, phone } = brandOf(choice);
  const screen = exhibit.screen({ words: CATALOGUES[choice.locale], bank: { name: bank, phone } });
  return { title: titleOf(screen) ?? exhibit.name, look: lookOf(choice, gallery), locale: choice.locale, screen };
}

const titleOf = ({ view }: Screen) => ("documentTitle" in view ? view.documentTitle : undefined);
