import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookSheet, requireChoice } from "~/web/gallery-choice.server";

export function loader({ request }: LoaderFunctionArgs) {
  return new Response(lookSheet(requireChoice(request)), { headers: { "Content-Type": "text/css; charset=utf-8" } });
}
