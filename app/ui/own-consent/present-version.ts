import type { ActorType } from "~/domain/audit/actor";
import type { Move } from "~/domain/consent/lifecycle";
import { stopsOneAccount } from "~/domain/consent/renewal";
import { type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import { NOTICE_OF_MOVE } from "~/domain/notifications/notice";
import { isolated } from "~/domain/shared/isolated-text";
import type { Words } from "~/i18n/words";

/** What a version tells of itself. */
export interface Happened {
  readonly move: Move;
  readonly to: string;
  readonly by: ActorType;
  readonly reason: string;
  /** Of the answer that made it. */
  readonly decisionId?: string;
}

/** What happened to a consent, in one sentence (D-06). */
export function whatHappened(
  { move, to, by, reason, decisionId }: Happened,
  { app, bank, kind }: { readonly app: string; readonly bank: string; readonly kind: ConsentKind },
  { connectionDetail: { history: own }, notices, standing }: Words,
): string {
  if (reason === "superseded") return standing.why.replaced;
  switch (move) {
    case "import":
      return own.asked(app);
    case "upload":
      return own.uploaded;
    case "authorise-partly":
      return own.signed;
    case "consume":
      return own.carriedOut;
    default: {
      const told =
        to === "terminated"
          ? "ended"
          : // The bank let go of it, and the customer's own pause goes on.
            move === "resume" && to === "suspended"
            ? "paused"
            : stopsOneAccount({ move, reason }, decisionId !== undefined)
              ? "account-stopped"
              : NOTICE_OF_MOVE[move as keyof typeof NOTICE_OF_MOVE];
      const payment = traitsOf(kind).moves === "money";
      return notices.kinds[told].subject({ app, bank: isolated(bank), byCustomer: by === "customer", payment });
    }
  }
}

/** Whose doing it was, as far as its customer needs to know: who at the bank it was is the bank's. */
export function whoDidIt(by: ActorType, app: string, { connectionDetail: { history: own } }: Words): string {
  if (by === "customer") return own.byYou;
  return by === "tpp" ? own.byApp(app) : own.byBank;
}
