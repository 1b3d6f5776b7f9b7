import type { ActionFunctionArgs } from "@remix-run/node";
import { answerMachine, requireMethod } from "~/web/machine-answer.server";
import { services } from "~/web/services.server";

/**
 * Takes one security event token that the authorization server pushes (RFC 8935 section 2). Its signature is what lets it
 * in. It is kept before it is acknowledged, and nothing more is done while the sender waits.
 */
export function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    requireMethod(request, "POST");
    const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== "application/secevent+jwt") return refused("invalid_request");
    const isTheirs = await services().receiveAuthorityEvent(await request.text());
    return isTheirs ? new Response(null, { status: 202 }) : refused("authentication_failed");
  });
}

/** RFC 8935 section 2.4. No more is said: whoever is not the authorization server learns nothing by trying. */
const DESCRIPTIONS = {
  invalid_request: "not a security event token",
  authentication_failed: "not an event of the authorization server for us",
} as const;

const refused = (err: keyof typeof DESCRIPTIONS) =>
  Response.json({ err, description: DESCRIPTIONS[err] }, { status: 400, headers: { "content-language": "en" } });
