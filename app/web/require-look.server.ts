import { redirect } from "@remix-run/node";
import { asConsentId, type ConsentId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { RegisteredConsent } from "~/ports/consent-register";
import { localPath } from "./local-path";
import { services } from "./services.server";
import type { Staff } from "./staff-session.server";
import { withRecord } from "./with-record.server";

/**
 * The consent that an address of the portal names, whoever's it is. One that is not there and one of another bank look the
 * same: neither is in our record.
 *
 * @throws Response 404; 503
 */
export async function requireConsent(param: string | undefined): Promise<RegisteredConsent> {
  const found = /^[^\0]{1,256}$/.test(param ?? "")
    ? await withRecord(() => services().consentForStaff(asConsentId(param ?? "")))
    : undefined;
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/**
 * The same for a page that shows something of it: this person has said why they look, half an hour ago at most.
 * Whoever has not is asked, and comes back to the page.
 *
 * @throws Response 303; as {@link requireConsent}
 */
export async function requireLook(
  request: Request,
  staff: Staff,
  param: string | undefined,
): Promise<RegisteredConsent> {
  const consent = await requireConsent(param);
  const look = await withRecord(() => services().staffLooks.of(staff.id, consent.id));
  if (look) return consent;
  const { pathname, search } = new URL(request.url);
  throw redirect(`${paths.adminConsent(consent.id)}?${new URLSearchParams({ to: pathname + search })}`, 303);
}

/** Where somebody goes on who has said why: a page of that consent, and no other. */
export function afterLook(to: unknown, id: ConsentId): string {
  const page = paths.adminConsent(id);
  const local = localPath(to);
  return local?.startsWith(`${page}/`) || local?.startsWith(`${page}?`) ? local : page;
}
