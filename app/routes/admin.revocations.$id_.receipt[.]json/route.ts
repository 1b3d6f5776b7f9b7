import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "~/web/file-answer.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { withRecord } from "~/web/with-record.server";
import { requireRevocation } from "../admin.revocations.$id/revocation.server";

/** One signed receipt for all of it, with what was signed beside it in clear. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await requireStaff(request, "revocations:view");
  const { id } = await requireRevocation(params["id"]);
  const signed = await withRecord(() => services().certifyRevocation(id));
  if (signed === undefined) throw new Response(null, { status: 404 });
  const [, payload = ""] = signed.split(".");
  const record: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return fileAnswer(JSON.stringify({ record, signed }, null, 2), "application/json", "bulk-revocation-receipt.json");
}
