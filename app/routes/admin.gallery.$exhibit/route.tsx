import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renderScreen, type Screen } from "~/ui/exhibit";
import { galleryScreen } from "~/web/gallery.server";
import { GALLERIES, requireChoice } from "~/web/gallery-choice.server";
import { requireStaff } from "~/web/require-staff.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

/** one page in one state, by the real renderer, without the portal around it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "gallery:view");
  return galleryScreen(requireChoice(request), GALLERIES.staff, params["exhibit"]);
}

export default function Exhibit() {
  return renderScreen((useLoaderData() as { screen: Screen }).screen);
}
