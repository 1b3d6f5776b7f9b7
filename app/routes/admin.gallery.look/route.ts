import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookAnswer, requireChoice } from "~/web/gallery-choice.server";
import { requireStaff } from "~/web/require-staff.server";

/** The stylesheet that makes a page of the gallery look as chosen. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "gallery:view");
  return lookAnswer(requireChoice(request));
}
