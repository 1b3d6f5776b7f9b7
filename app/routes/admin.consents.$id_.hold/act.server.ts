import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import type { ConsentId } from "~/domain/shared/ids";
import type { Result } from "~/domain/shared/result";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import type { NotIntended, RecordedChange } from "~/ports/consent-changes";
import type { ConsentActView } from "~/ui/admin/consent-act";
import type { StaffAct } from "~/use-cases/act-on-consent";
import type { BeforeAct } from "~/use-cases/view-staff-act";
import { requireCorrelationId } from "~/web/correlation.server";
import { keyIn } from "~/web/form-key.server";
import { requireLook } from "~/web/require-look.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import type { Staff } from "~/web/staff-session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentStanding } from "../admin.consents.$id/present-standing";
import { NOT_DONE, whyNotDone } from "./not-done";
import { type Planned, presentTold } from "./present-told";
import { type StaffActName, whyNot } from "./why-not";

interface Scene {
  readonly staff: Staff;
  readonly before: BeforeAct;
}

/**
 * Who acts, on what: they have signed in for it a moment ago, and have said why they look.
 *
 * @throws Response 303, 403, 404, 503
 */
export async function requireAct(
  request: Request,
  param: string | undefined,
  permission: "consents:hold" | "consents:revoke",
): Promise<Scene> {
  const staff = await requireSteppedUp(request, permission);
  const { id } = await requireLook(request, staff, param);
  const context = { correlationId: requireCorrelationId() };
  const before = await withRecord(() => services().viewStaffAct(id, context));
  if (!before) throw new Response(null, { status: 404 });
  return { staff, before };
}

/** What every page of an act says; each adds its own. */
export function actView(act: StaffActName, before: BeforeAct) {
  const { consent, underWay } = before;
  const cannot = whyNot(act, before);
  return {
    id: consent.id,
    back: paths.adminConsent(consent.id),
    status: presentStanding(consent, underWay),
    key: randomUUID(),
    shown: consent.version,
    note: "",
    ...(cannot !== undefined && { cannot }),
  };
}

/**
 * What a form of these pages comes with.
 *
 * @returns undefined for what somebody forgot to fill in.
 * @throws Response 400 for a form that is none of ours
 */
export function readAct(form: FormData, { staff, before }: Scene): StaffAct | undefined {
  const idempotencyKey = keyIn(form);
  const [shown, note] = [form.get("shown"), staffNote(form.get("note"))];
  if (typeof shown !== "string" || !/^\d{1,9}$/.test(shown)) throw new Response(null, { status: 400 });
  if (note === undefined) return undefined;
  return {
    staff: staff.id,
    consentId: before.consent.id,
    shown: Number(shown),
    note,
    idempotencyKey,
    correlationId: requireCorrelationId(),
  };
}

/** The page again, which says what its form as it was sent lacks. */
export const actAgain = <Shown extends { readonly view: ConsentActView }>(
  request: Request,
  staff: Staff,
  shown: Shown,
) => data({ ...staffPage(request, staff), ...shown }, { status: 422 });

/** What the customer will read, if it is done now. */
export const toldNow = (planned: Planned, before: BeforeAct) =>
  presentTold(planned, before, { bank: bankOf(), now: new Date(), correlationId: requireCorrelationId() });

/**
 * Back to the consent, which says how it stands now, and where nothing came of what was asked, that too: also to whoever
 * sends the same page twice, or has it open in two windows.
 *
 * @throws Response 404
 */
export function afterAct(id: ConsentId, outcome: Result<RecordedChange, NotIntended>) {
  if (!outcome.ok && outcome.error === "not-found") throw new Response(null, { status: 404 });
  const notDone = whyNotDone(outcome);
  return redirect(paths.adminConsent(id) + (notDone === undefined ? "" : `?${NOT_DONE}=${notDone}`), 303);
}
