import type { ActionFunctionArgs } from "@remix-run/node";
import { answerMachine, requireMethod } from "~/web/machine-answer.server";
import { requireLogIn } from "~/web/require-customer.server";
import { services } from "~/web/services.server";

/**
 * Hears from the identity provider that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0, section
 * 2.5). The signature of the token is what lets it in.
 */
export function action({ request }: ActionFunctionArgs): Promise<Response> {
  return answerMachine(async () => {
    const bankLogin = requireLogIn();
    requireMethod(request, "POST");
    const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") return refused();
    const token = new URLSearchParams(await request.text()).get("logout_token");
    const ended = await bankLogin.readLogOut(token ?? "");
    if (!ended) return refused();
    // How many there were is nobody's business: a token for none is answered like any other.
    await services().logOut.atBank(ended);
    return new Response(null, { status: 200 });
  });
}

/** Section 2.8. No more is said: whoever is not the identity provider learns nothing by trying. */
const refused = () => Response.json({ error: "invalid_request" }, { status: 400 });
