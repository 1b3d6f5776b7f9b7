import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { AppFacts } from "~/domain/tpp/app-facts";
import type { AppDenial } from "~/domain/tpp/suspension";
import { enGB } from "~/i18n/en-GB/index";
import { paths } from "~/paths";
import type { ConsentDetailView } from "~/ui/admin/consent-detail-view";
import { minute } from "~/ui/admin/staff-words";
import { ROLE_WORDS, SCOPE_WORDS } from "~/ui/admin/tpp-words";
import { presentRegistration } from "~/ui/consent-question/present-registration";
import type { StaffConsent } from "~/use-cases/view-consent-as-staff";

/** The TPP as its register has it, or as it called itself. */
export function presentTpp({ consent, of }: StaffConsent): ConsentDetailView["tpp"] {
  const { clientId, clientName } = consent;
  const app = of?.own.app;
  const name = plainText(clientName) ?? plainText(app?.name) ?? "No name";
  const { registration, legal } = app ? presentRegistration(app, enGB) : {};
  const roles = (app?.roles ?? []).map((role) => ROLE_WORDS[role]);
  const standing = standingIn(app?.standing, of?.own.denials ?? []);
  const website = plainText(app?.website);
  return {
    facts: [
      { label: "TPP", value: isolated(name), code: clientId, href: paths.adminTpp(clientId) },
      ...(legal ? [{ label: "Legal name", value: legal.text }] : []),
      ...(registration ? [{ label: "Registration", value: registration }] : []),
      ...(standing ? [{ label: "Standing", value: standing }] : []),
      ...(roles.length > 0 ? [{ label: "May", value: roles.join(", ") }] : []),
      ...(website ? [{ label: "Website", value: isolated(website) }] : []),
    ],
    note: app
      ? `${app.isFresh ? "As its registration said," : "As told when the customer agreed,"} ${minute(app.at)}.`
      : "No register has told us of it yet.",
  };
}

/** What it may do by its register and by the bank: nobody is called active whom either holds back. */
function standingIn(standing: AppFacts["standing"], denials: readonly AppDenial[]): string | undefined {
  const own = denials.filter(({ by }) => by === undefined);
  const rolesOf = (some: readonly AppDenial[]) => some.flatMap(({ role }) => (role ? ROLE_WORDS[role] : []));
  const scopes = own.flatMap(({ effect, role }) => (role ? [] : SCOPE_WORDS[effect].held));
  const [blocked, barred] = [rolesOf(own), rolesOf(denials.filter(({ by }) => by === "register"))];
  const held = [
    ...(standing === "barred" ? ["Not allowed any more"] : []),
    ...(scopes.length > 0 ? [`Suspended: ${[...new Set(scopes)].join(", ")}`] : []),
    ...(blocked.length > 0 ? [`Asks nothing new here of: ${blocked.join(", ")}`] : []),
    ...(standing !== "barred" && barred.length > 0 ? [`Not registered for: ${barred.join(", ")}`] : []),
  ];
  return held.length > 0 ? held.join(". ") : standing && "Active";
}
