import type { SuspensionScope } from "../approvals/act";
import { type ConsentKind, traitsOf } from "../consent-kinds/index";
import type { ClientId, StaffId } from "../shared/ids";
import type { AppRole } from "./app-facts";

/** What an app may not do now, as its authorization server, its gateway and the consent page are told. */
export interface AppDenial {
  readonly clientId: ClientId;
  readonly effect: SuspensionScope;
  /** Of what is asked anew alone: this role of its; absent for all. */
  readonly role?: AppRole;
  /** When it ends by itself. */
  readonly until?: Date;
  /** Its register does not let it; absent where the bank holds it back. */
  readonly by?: "register";
}

/** One time that two people agreed to hold an app back. */
export interface Suspension {
  readonly id: string;
  readonly clientId: ClientId;
  readonly scope: SuspensionScope;
  readonly reason: string;
  readonly from: Date;
  readonly until?: Date;
  readonly askedBy: StaffId;
  readonly approvalId: string;
  readonly lifted?: { readonly at: Date; readonly because: "time" | "staff" };
}

const roleOf = (kind: ConsentKind): AppRole =>
  kind === "funds-confirmation"
    ? "funds-confirmation"
    : traitsOf(kind).moves === "money"
      ? "payment-initiation"
      : "account-information";

/**
 * Whose word it is that nobody is to be asked for a consent of this kind; nobody's where they may be. Whatever stops use
 * stops asking too. What the register says is public, and is told before what the bank does.
 */
export function askingStoppedBy(denials: readonly AppDenial[], kind: ConsentKind): "register" | "bank" | undefined {
  const stopping = denials.filter(({ effect, role }) =>
    effect === "payments" ? traitsOf(kind).moves === "money" : role === undefined || role === roleOf(kind),
  );
  if (stopping.length === 0) return undefined;
  return stopping.some(({ by }) => by === "register") ? "register" : "bank";
}

/** How a consent of this kind is held back while it stays as it is; absent where the app may use it. */
export function heldBackBy(denials: readonly AppDenial[], kind: ConsentKind): "all-access" | "payments" | undefined {
  if (denials.some(({ effect }) => effect === "all-access")) return "all-access";
  return traitsOf(kind).moves === "money" && denials.some(({ effect }) => effect === "payments")
    ? "payments"
    : undefined;
}

/** Where a suspension stands at a moment. */
export function standingOf({ from, until, lifted }: Pick<Suspension, "from" | "until" | "lifted">, now: Date) {
  if (lifted) return lifted.because === "time" ? "over" : "lifted";
  if (from > now) return "to-come";
  return until !== undefined && until <= now ? "over" : "holds";
}
