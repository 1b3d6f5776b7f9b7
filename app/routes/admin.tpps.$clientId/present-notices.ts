import { MOST_CONSENTS } from "~/domain/tpp/registration";
import { type Suspension, standingOf } from "~/domain/tpp/suspension";
import type { LastLook, TppKnown } from "~/ports/tpp-registrations";
import type { StaffNotice } from "~/ui/admin/staff-notices";
import { counted, minute } from "~/ui/admin/staff-words";
import { SCOPE_WORDS } from "~/ui/admin/tpp-words";
import { notRegisteredFor } from "../admin.tpps._index/present";

/** What its register says of it, and what comes of that: only a register that is set up stops anybody. */
export function standingNotices(tpp: TppKnown, look: LastLook): readonly StaffNotice[] {
  const { standing, consents, inRegisterAt } = tpp;
  const live = consents > 0 ? ` It has ${counted(consents, "live consent", MOST_CONSENTS)} here.` : "";
  if (standing === "barred") {
    const asking = look.problem === "no-register" ? "" : " Customers are asked for nothing new with it.";
    const goesOn = consents > 0 ? " What customers agreed to goes on until somebody suspends it or ends that." : "";
    return [{ tone: "bad", text: `Its register says that it may do nothing any more.${asking}${live}${goesOn}` }];
  }
  const unregistered = notRegisteredFor(tpp, look);
  const since = inRegisterAt ? ` It was last there at ${minute(inRegisterAt)} UTC.` : "";
  return [
    ...(standing === "unlisted" ? [{ tone: "wait" as const, text: `It is not in the register.${since}${live}` }] : []),
    ...(unregistered !== undefined
      ? [{ tone: "bad" as const, text: `${unregistered}. Customers are asked for nothing new of that.` }]
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
