import type { StaffId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";
import { MOST_CONSENTS } from "~/domain/tpp/registration";
import { paths } from "~/paths";
import type { TppKnown, TppOverride } from "~/ports/tpp-registrations";
import type { FactView } from "~/ui/admin/fact-view";
import { figure, minute } from "~/ui/admin/staff-words";
import { ROLE_WORDS } from "~/ui/admin/tpp-words";

/** What customers share with it, and what it could not be told of; each leads on for whoever may go there. */
export function presentUse({ clientId, consents }: TppKnown, may: ReadonlySet<StaffPermission>): readonly FactView[] {
  const found = paths.adminConsentsFound(new URLSearchParams({ tpp: clientId }).toString());
  const deliveries = paths.adminDeliveriesOf(new URLSearchParams({ channel: "tpp", endpoint: clientId }));
  const live = { label: "Live consents", value: figure(consents, MOST_CONSENTS) };
  return [
    may.has("consents:search") ? { ...live, href: found } : live,
    ...(may.has("operations:view")
      ? [{ label: "Events to it", value: "What could not be delivered", href: deliveries }]
      : []),
  ];
}

/** The bank's own word on it, and whose it is. */
export function presentOverride(
  override: TppOverride | undefined,
  names: ReadonlyMap<StaffId, string>,
): readonly FactView[] {
  if (!override) return [];
  const { note, contact, blockedRoles, reason, changedBy, changedAt } = override;
  const written = (label: string, value: string | undefined): readonly FactView[] =>
    value === undefined ? [] : [{ label, value, is: "text" }];
  const blocked = blockedRoles.map((role) => ROLE_WORDS[role]).join(", ");
  return [
    ...written("Our note", note),
    ...written("Our contact", contact),
    ...(blocked === "" ? [] : [{ label: "Blocked here", value: blocked }]),
    ...written("Why", `${reason} (${names.get(changedBy) ?? changedBy}, ${minute(changedAt)} UTC)`),
  ];
}
