import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renderScreen, type Screen } from "~/ui/exhibit";
import { galleryScreen } from "~/web/gallery.server";
import { GALLERIES, requireSandboxChoice } from "~/web/gallery-choice.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return galleryScreen(requireSandboxChoice(request), GALLERIES.sandbox, params["exhibit"]);
}

export default function Exhibit() {
  return renderScreen((useLoaderData() as { screen: Screen }).screen);
}
