import type { ClientId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { APP_ROLES } from "~/domain/tpp/app-facts";
import { BELIEVED_DAYS, daysSilent, rolesBarred } from "~/domain/tpp/register-word";
import { certificateWatch, MOST_CONSENTS, STANDINGS } from "~/domain/tpp/registration";
import { type Suspension, standingOf } from "~/domain/tpp/suspension";
import { TPP_ONLY, type TppPosition, type TppsAsked, tppsQuery } from "~/domain/tpp/tpps-asked";
import { paths } from "~/paths";
import type { LastLook, TppKnown, TppPage } from "~/ports/tpp-registrations";
import type { StaffNotice } from "~/ui/admin/staff-notices";
import { counted, day, figure, minute } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import type { SelectView, TppListView, TppRowView } from "~/ui/admin/tpp-view";
import { LOOK_PROBLEMS, ROLE_WORDS, SCOPE_WORDS, STANDING_WORDS } from "~/ui/admin/tpp-words";

interface Found {
  readonly asked: TppsAsked;
  readonly ignored: readonly string[];
  readonly page: TppPage;
  readonly holding: ReadonlyMap<ClientId, readonly Suspension[]>;
  readonly look: LastLook;
  readonly maySync: boolean;
  readonly now: Date;
}

const ONLY_WORDS = {
  suspended: "Suspended, or to be",
  ends: "Certificate ends within 30 days",
  blocked: "A role is blocked here",
} as const satisfies Record<(typeof TPP_ONLY)[number], string>;

export function presentTpps({ asked, ignored, page, holding, look, maySync, now }: Found): TppListView {
  const { from: _, ...filter } = asked;
  const at = (side: TppPosition["side"], row: TppKnown | undefined) =>
    row && paths.adminTppsFound(tppsQuery({ ...filter, from: { side, name: row.name, clientId: row.clientId } }));
  const [previous, next] = [
    page.hasPrevious ? at("before", page.rows[0]) : undefined,
    page.hasNext ? at("after", page.rows.at(-1)) : undefined,
  ];
  return {
    notices: [...ignoredNotice(ignored), ...lookNotices(look, now)],
    asOf: asOf(look),
    sync: maySync,
    form: {
      text: asked.text ?? "",
      isFiltered: tppsQuery(filter).size > 0,
      selects: [
        select("standing", "Standing", STANDINGS, (each) => STANDING_WORDS[each].word, asked.standing),
        select("role", "Role", APP_ROLES, (each) => ROLE_WORDS[each], asked.role),
        select("only", "Only", TPP_ONLY, (each) => ONLY_WORDS[each], asked.only),
      ],
    },
    rows: page.rows.map((row) => presentRow(row, holding.get(row.clientId) ?? [], look, now)),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

function select<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  words: (value: Value) => string,
  chosen: Value | undefined,
): SelectView {
  return {
    name,
    label,
    options: values.map((value) => ({ value, words: words(value), isChosen: value === chosen })),
  };
}

const ignoredNotice = (ignored: readonly string[]): readonly StaffNotice[] =>
  ignored.length === 0
    ? []
    : [{ tone: "wait", text: `Part of the address says nothing to us and was left out: ${ignored.join(", ")}.` }];

/** What went wrong with the last look at the register. */
export function lookNotices({ problem, refused, readAt }: LastLook, now: Date): readonly StaffNotice[] {
  const silent = problem === "away" && readAt ? daysSilent(readAt, now) : 0;
  const known = readAt ? `What it said at ${minute(readAt)} UTC is shown.` : "Nothing is known of it yet.";
  const away =
    problem &&
    (silent >= BELIEVED_DAYS
      ? {
          tone: "bad" as const,
          text: `The register has not answered for ${silent} days. ${known} Whoever it has withdrawn since can still ask customers: look them up, and suspend them.`,
        }
      : { tone: "wait" as const, text: `${LOOK_PROBLEMS[problem] ?? "The register could not be read."} ${known}` });
  const bad = refused.length > 0 && {
    tone: "bad" as const,
    text: `${counted(refused.length, "statement")} of the register ${refused.length === 1 ? "was" : "were"} not believed: ${[
      ...new Set(refused.map((each) => each.split(":")[0])),
    ]
      .join(", ")
      .replaceAll("-", " ")}. What was known before stands.`,
  };
  return [...(away ? [away] : []), ...(bad ? [bad] : [])];
}

export const asOf = ({ readAt, isDue }: LastLook): string =>
  `${readAt ? `The register as of ${minute(readAt)} UTC` : "The register was never read"}.${isDue ? " It is being looked at." : ""}`;

function presentRow(row: TppKnown, holding: readonly Suspension[], look: LastLook, now: Date): TppRowView {
  const { clientId, name, standing, roles, blockedRoles, certificatesEndAt, consents } = row;
  const firm = plainText(row.register?.legalName ?? row.authority?.legalName);
  const due = certificateWatch(certificatesEndAt, now);
  const own = blockedRoles.map((role) => ROLE_WORDS[role]).join(", ");
  const asksNot = [notRegisteredFor(row, look), own && `Blocked here: ${own}`].filter(Boolean).join(". ");
  return {
    id: clientId,
    href: paths.adminTpp(clientId),
    name,
    ...(firm && firm !== name && { firm }),
    standing: STANDING_WORDS[standing],
    held: [
      ...new Set(
        holding.map(
          (each) => `${standingOf(each, now) === "holds" ? "Suspended" : "To come"}: ${SCOPE_WORDS[each.scope].held}`,
        ),
      ),
    ],
    roles: roles.map((role) => ROLE_WORDS[role]).join(", ") || "None",
    ...(asksNot && { blocked: asksNot }),
    ...(certificatesEndAt && {
      certificate: {
        until: day(certificatesEndAt),
        ...(due !== undefined && { warning: certificateWord(due) }),
      },
    }),
    consents: figure(consents, MOST_CONSENTS),
  };
}

/**
 * What the authorization server would let it ask for and its register does not, so that no customer is asked for it; a firm
 * that never had a role is no news. Of one that is withdrawn that is everything, which its standing says.
 */
export function notRegisteredFor(
  { standing, register, authority }: TppKnown,
  { problem }: LastLook,
): string | undefined {
  if (!register || standing === "barred" || problem === "no-register") return undefined;
  const roles = rolesBarred(register).filter((role) => authority?.roles.includes(role));
  return roles.length === 0 ? undefined : `Not registered for: ${roles.map((role) => ROLE_WORDS[role]).join(", ")}`;
}

export const certificateWord = (day: number): StandingView =>
  day === 0
    ? { word: "Ended", tone: "bad" }
    : { word: day === 1 ? "Ends within a day" : `Ends within ${day} days`, tone: day <= 7 ? "bad" : "wait" };
