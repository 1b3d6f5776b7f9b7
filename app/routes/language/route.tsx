import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { rememberLanguage } from "~/web/language.server";
import { localPath } from "~/web/local-path";
import { requireSameOrigin } from "~/web/origin-check.server";

export const handle = { noJs: true };

/** There is nothing to see: whoever follows an old address here gets the page for that. */
export function loader() {
  throw new Response(null, { status: 404 });
}

/** Remembers a language and goes back to the page on which it was chosen. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const [, tag = ""] = /^language:(.+)$/.exec(String(form.get("show"))) ?? [];
  return redirect(localPath(form.get("to")) ?? "/", { status: 303, headers: rememberLanguage(tag) });
}

export default function Language() {
  return null;
}
