import type { StaffId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { StaffPermission } from "~/domain/staff/permission";
import type { AppRole } from "~/domain/tpp/app-facts";
import {
  type AppCertificate,
  type Changed,
  type Compared,
  certificateWatch,
  compareRegistration,
  type RegisterChange,
  STANDINGS,
  type Standing,
} from "~/domain/tpp/registration";
import { type Suspension, standingOf } from "~/domain/tpp/suspension";
import { paths } from "~/paths";
import type { LastLook, TppKnown, TppOverride } from "~/ports/tpp-registrations";
import { day, minute } from "~/ui/admin/staff-words";
import type { CertificateRowView, SuspensionRowView, TppView } from "~/ui/admin/tpp-view";
import {
  CHANGED_WORDS,
  COMPARED_WORDS,
  HOLD_WORDS,
  ROLE_WORDS,
  SCOPE_WORDS,
  STANDING_WORDS,
} from "~/ui/admin/tpp-words";
import { asOf, certificateWord, lookNotices } from "../admin.tpps._index/present";
import { presentOverride, presentUse } from "./present-facts";
import { holdNotices, standingNotices } from "./present-notices";

interface Found {
  readonly tpp: TppKnown;
  readonly look: LastLook;
  readonly override: TppOverride | undefined;
  readonly suspensions: readonly Suspension[];
  readonly changes: readonly (RegisterChange & { readonly at: Date })[];
  readonly names: ReadonlyMap<StaffId, string>;
  readonly may: ReadonlySet<StaffPermission>;
  readonly now: Date;
}

/** Of one text of theirs so much is shown. */
const LONGEST = 300;

export function presentTpp({ tpp, look, override, suspensions, changes, names, may, now }: Found): TppView {
  const { clientId, name, standing } = tpp;
  const acts = [
    may.has("tpps:suspend") && { href: paths.adminTppSuspend(clientId), words: "Suspend" },
    may.has("tpps:override") && { href: paths.adminTppOverride(clientId), words: "The bank's own word" },
    may.has("consents:revoke-many") && {
      href: paths.adminPrepareRevocation({ by: "tpp", of: clientId }),
      words: "Revoke its consents",
    },
  ].filter((each) => each !== false);
  return {
    id: clientId,
    name,
    standing: STANDING_WORDS[standing],
    notices: [...holdNotices(suspensions, now), ...standingNotices(tpp, look), ...lookNotices(look, now)],
    asOf: `${asOf(look)} ${
      tpp.authorityAt
        ? `The authorization server as of ${minute(tpp.authorityAt)} UTC.`
        : "The authorization server does not name it."
    }`,
    acts,
    facts: [...presentUse(tpp, may), ...presentOverride(override, names)],
    suspensions: suspensions.map((each) => presentSuspension(each, may.has("tpps:suspend"), now)),
    compared: compareRegistration(tpp).map(({ field, register, authority, differs }) => ({
      field: COMPARED_WORDS[field],
      register: inWords(field, register),
      authority: inWords(field, authority),
      differs,
    })),
    certificates: (tpp.register?.certificates ?? []).map((each) => presentCertificate(each, now)),
    changes: changes.map(({ at, what, before, after }, nth) => ({
      key: `${nth}`,
      at: minute(at),
      what: CHANGED_WORDS[what],
      before: inWords(what, before),
      after: inWords(what, after),
    })),
  };
}

/** Codes of ours as staff speak of them; everything else as it was told. */
function inWords(what: Compared | Changed, text: string | undefined): string {
  if (what === "roles") return said(text?.split(", ").map(roleIn).join(", "));
  if (what === "standing" || what === "listed")
    return said(STANDINGS.find((each) => each === text) ? STANDING_WORDS[text as Standing].word : text);
  return said(text);
}

const roleIn = (code: string) => (Object.hasOwn(ROLE_WORDS, code) ? ROLE_WORDS[code as AppRole] : code);

const said = (text: string | undefined) => plainText(text, LONGEST) ?? "–";

function presentSuspension(suspension: Suspension, mayLift: boolean, now: Date): SuspensionRowView {
  const { id, clientId, scope, from, until, lifted, reason, approvalId } = suspension;
  const standing = standingOf(suspension, now);
  const isOpen = standing === "holds" || standing === "to-come";
  return {
    id,
    standing: HOLD_WORDS[standing],
    what: SCOPE_WORDS[scope].name,
    from: minute(from),
    until: lifted ? minute(lifted.at) : until ? minute(until) : "Until it is lifted",
    reason: said(reason),
    approval: paths.adminApproval(approvalId),
    ...(mayLift && isOpen && { lift: paths.adminTppLift(clientId, id) }),
  };
}

function presentCertificate(
  { thumbprint, use, subject, notBefore, notAfter }: AppCertificate,
  now: Date,
): CertificateRowView {
  const due = certificateWatch(notAfter, now);
  return {
    thumbprint,
    use: use === "transport" ? "Transport" : "Signing",
    subject: said(subject),
    from: day(notBefore),
    until: minute(notAfter),
    state:
      notBefore > now
        ? { word: "To come", tone: "wait" }
        : due === undefined
          ? { word: "In use", tone: "good" }
          : certificateWord(due),
  };
}
