import { rolesBarred } from "~/domain/tpp/register-word";
import { MOST_CONSENTS } from "~/domain/tpp/registration";
import { type Suspension, standingOf } from "~/domain/tpp/suspension";
import type { LastLook, TppKnown } from "~/ports/tpp-registrations";
import type { StaffNotice } from "~/ui/admin/staff-notices";
import { counted, minute } from "~/ui/admin/staff-words";
import { ROLE_WORDS, SCOPE_WORDS } from "~/ui/admin/tpp-words";

/** What its register says of it, and what comes of that: only a register that is set up stops anybody. */
export function standingNotices(tpp: TppKnown, { problem }: LastLook): readonly StaffNotice[] {
  const { standing, consents, inRegisterAt, register, authority } = tpp;
  const stops = problem !== "no-register";
  const live = consents > 0 ? ` It has ${counted(consents, "live consent", MOST_CONSENTS)} here.` : "";
  if (standing === "barred") {
    const asking = stops ? " Customers are asked for nothing new with it." : "";
    const goesOn = consents > 0 ? " What customers agreed to goes on until somebody suspends it or ends that." : "";
    return [{ tone: "bad", text: `Its register says that it may do nothing any more.${asking}${live}${goesOn}` }];
  }
  // What the authorization server would let it do all the same; a firm that never had a role is no news.
  const barred = register && stops ? rolesBarred(register).filter((role) => authority?.roles.includes(role)) : [];
  const roles = barred.map((role) => ROLE_WORDS[role]).join(", ");
  const since = inRegisterAt ? ` It was last there at ${minute(inRegisterAt)} UTC.` : "";
  return [
    ...(standing === "unlisted" ? [{ tone: "wait" as const, text: `It is not in the register.${since}${live}` }] : []),
    ...(barred.length > 0
      ? [{ tone: "bad" as const, text: `Not registered for: ${roles}. Customers are asked for nothing new of that.` }]
      : []),
  ];
}

/** An app that its register lets is still one that the bank holds back: that stands first. */
export function holdNotices(suspensions: readonly Suspension[], now: Date): readonly StaffNotice[] {
  return suspensions
    .filter((each) => standingOf(each, now) === "holds")
    .map(({ scope, from, until }) => ({
      tone: "bad",
      text: `The bank suspended it: ${SCOPE_WORDS[scope].held} since ${minute(from)} UTC, until ${
        until ? `${minute(until)} UTC` : "it is lifted"
      }.`,
    }));
}
