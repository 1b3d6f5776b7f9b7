import { staffNote } from "~/domain/staff/staff-note";
import { APP_ROLES, type AppRole } from "~/domain/tpp/app-facts";
import type { TppOverride } from "~/ports/tpp-registrations";

export interface OverrideForm {
  readonly note?: string;
  readonly contact?: string;
  readonly blockedRoles: readonly AppRole[];
  readonly reason?: string;
}

/** As the page sends it. */
export function readOverride(form: FormData): OverrideForm {
  const [note, contact, reason] = ["note", "contact", "reason"].map((name) => staffNote(form.get(name)));
  const sent = form.getAll("blocked").map(String);
  return {
    ...(note && { note }),
    ...(contact && { contact }),
    ...(reason && { reason }),
    blockedRoles: APP_ROLES.filter((role) => sent.includes(role)),
  };
}

/** Which fields are other than before: what the record of evidence says was changed. */
export function changedFields(before: TppOverride | undefined, after: OverrideForm): readonly string[] {
  const roles = (some: readonly AppRole[] = []) => [...some].sort().join(" ");
  return [
    ...(before?.note === after.note ? [] : ["note"]),
    ...(before?.contact === after.contact ? [] : ["contact"]),
    ...(roles(before?.blockedRoles) === roles(after.blockedRoles) ? [] : ["blockedRoles"]),
  ];
}
