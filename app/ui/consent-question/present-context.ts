import type { Connection } from "~/domain/consent/connection";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { AllowProblem } from "~/domain/consent/decision";
import type { Draft } from "~/domain/consent/draft";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import type { Risk } from "~/domain/consent/risk";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import type { Resemblance } from "~/domain/tpp/resemblance";
import type { Words } from "~/i18n/words";
import type { Bank } from "../present-frame";

/** What the consent page is made of. */
export interface ConsentPageInput {
  readonly request: ConsentRequest;
  readonly offered: readonly OfferedAccount[];
  readonly bank: Bank;
  /** The server's clock, from which "12 months" is counted (N-14). */
  readonly now: Date;
  /** To quote on a page that stops; the whole correlation id. */
  readonly correlationId?: string;
  /** Why the last answer was not taken. */
  readonly problem?: AllowProblem;
  /** What the customer had ticked, so that a mistake does not cost the work (WCAG 3.3.7). Never a preselection. */
  readonly draft?: Draft;
  readonly connection?: Connection;
  readonly risk?: Risk;
  readonly payeeCheck?: PayeeCheck;
  /** What was paid so far, of payments within limits that are in use. */
  readonly vrpUse?: VrpUse;
  /** The same of the limits that these take the place of. */
  readonly usedBefore?: VrpUse;
  /** Whose name the requester's looks like. */
  readonly resembles?: Resemblance;
}

/** The same for whoever says one part of it. */
export interface PresentContext extends ConsentPageInput {
  /** The TPP's brand: plain and isolated. */
  readonly app: string;
  readonly words: Words;
}
