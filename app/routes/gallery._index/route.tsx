import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GalleryList } from "~/ui/gallery-list";
import { PlainPage } from "~/ui/plain-page";
import { galleryList } from "~/web/gallery.server";
import { GALLERIES, requireSandboxChoice } from "~/web/gallery-choice.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Gallery" },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

/** The gallery without the portal around it, where nobody has to sign in: for walks through all of it. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  galleryList(requireSandboxChoice(request), GALLERIES.sandbox);

export default function Gallery() {
  return (
    <PlainPage>
      <h1>Gallery</h1>
      <GalleryList view={useLoaderData<typeof loader>()} />
    </PlainPage>
  );
}
