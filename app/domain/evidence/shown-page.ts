import type { Connection } from "../consent/connection";
import type { ConsentRequest } from "../consent/consent-request";
import type { AllowProblem } from "../consent/decision";
import type { Draft } from "../consent/draft";
import type { OfferedAccount } from "../consent/offered-account";
import type { Risk } from "../consent/risk";
import type { PayeeCheck } from "../consent-kinds/payee-check";
import type { VrpUse } from "../consent-kinds/vrp-use";
import type { AccountId } from "../shared/ids";
import type { SigningShown } from "../signers/signing-shown";
import type { Resemblance } from "../tpp/resemblance";
import { canonicalText } from "./canonical-text";

/**
 * A consent page as it was put before its customer: kept when it is shown, so that the answer to it has something to
 * rest on, whatever changes until then or ever after (B-01).
 */
export interface ShownPage {
  /** BCP 47. */
  readonly locale: string;
  /** Of the words that the page was made of. */
  readonly catalogueVersion: string;
  /** SHA-256 of the request as the authorization server described it ({@link payloadText}), base64url. */
  readonly payloadHash: string;
  /** SHA-256 of what was shown ({@link shownText}), base64url; names the page. */
  readonly shownHash: string;
  readonly shown: Shown;
}

/** What the page was made of, and every word that came of it. */
export interface Shown {
  readonly made: MadeOf;
  /** The whole view, in the order in which it is read. */
  readonly said: unknown;
  /** The accounts that could be chosen on it; a search or another part of the list leaves others out. */
  readonly choosable: readonly AccountId[];
}

export interface MadeOf {
  readonly request: ConsentRequest;
  readonly offered: readonly OfferedAccount[];
  readonly bank: { readonly name: string; readonly phone: string; readonly signatureDays?: number };
  /** The instant from which spans like "12 months" were counted. */
  readonly now: Date;
  readonly correlationId?: string;
  /** Why an answer could not be taken. */
  readonly problem?: AllowProblem;
  readonly draft?: Draft;
  readonly connection?: Connection;
  /** What was found of the payee's name. */
  readonly payeeCheck?: PayeeCheck;
  /** What the bank had paid within the limits. */
  readonly vrpUse?: VrpUse;
  /** The same of the limits that these take the place of. */
  readonly usedBefore?: VrpUse;
  /** What the bank's checks made of it. */
  readonly risk?: Risk;
  /** Whose name the requester's looked like. */
  readonly resembles?: Resemblance;
  /** Of the page of somebody who signs after the first: how far it had come. */
  readonly signing?: SigningShown;
}

/** What is hashed to tell whether a request changed between being shown and being answered. */
export function payloadText({ id, subject, mode, requester, customer, scopes }: ConsentRequest): string {
  return canonicalText({ id, subject, mode, requester, customer, scopes });
}

/** What is hashed to name a page: every word of it, from which catalogue, for which request. */
export function shownText(page: Omit<ShownPage, "shownHash" | "shown"> & { readonly said: unknown }): string {
  const { locale, catalogueVersion, payloadHash, said } = page;
  return canonicalText({ locale, catalogueVersion, payloadHash, said });
}

/** As what it stopped, where it did: there was no question on it then. */
export const stoppedAs = ({ said }: Pick<Shown, "said">): string | undefined => {
  const { state, stop } = (said ?? {}) as { readonly state?: unknown; readonly stop?: { readonly is?: unknown } };
  return state === "stopped" && typeof stop?.is === "string" ? stop.is : undefined;
};

/** Whether the question was on it: a page that stopped, or that stood before it (P-16), shows nothing of what was asked. */
export const putsQuestion = ({ shown: { said } }: { readonly shown: Pick<Shown, "said"> }): boolean =>
  (said as { readonly state?: unknown } | null)?.state === "question";
