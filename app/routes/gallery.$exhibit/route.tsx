import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CATALOGUES } from "~/i18n/catalogues";
import { renderScreen, type Screen } from "~/ui/exhibit";
import { brandOf, lookOf, requireChoice } from "~/web/gallery-choice.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

/** One page in one state, as the real one is drawn. Its forms lead nowhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const choice = requireChoice(request);
  // What is only for looking at stays out of the code that a bank's customers are served with.
  const { GALLERY } = await import("~/ui/gallery");
  const exhibit = GALLERY.find(({ name }) => name === params["exhibit"]);
  if (!exhibit) throw new Response(null, { status: 404 });
  const { name, phone } = brandOf(choice);
  const screen = exhibit.screen({ words: CATALOGUES[choice.locale], bank: { name, phone } });
  return { title: titleOf(screen) ?? exhibit.name, look: lookOf(choice), locale: choice.locale, screen };
}

const titleOf = ({ view }: Screen) => ("documentTitle" in view ? view.documentTitle : undefined);

export default function Exhibit() {
  return renderScreen((useLoaderData() as { screen: Screen }).screen);
}
