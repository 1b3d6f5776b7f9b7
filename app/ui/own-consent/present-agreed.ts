import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { OfferedAccount } from "~/domain/consent/offered-account";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import type { ConsentKind, ConsentSubject } from "~/domain/consent-kinds/index";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import { isPermission } from "~/domain/permissions/permission";
import type { Words } from "~/i18n/words";
import { presentKind } from "../consent-question/present";
import { presentSeen } from "../consent-question/present-account-access";
import type { PresentContext } from "../consent-question/present-context";
import type { Fact } from "../facts-view";
import type { Bank } from "../present-frame";
import type { AgreedView } from "./own-consent-view";

interface Agreed {
  readonly at: Date;
  readonly request: ConsentRequest;
  readonly offered: readonly OfferedAccount[];
  readonly payeeCheck?: PayeeCheck;
}

/** What is known of the terms of a consent. */
export interface Terms {
  readonly kind: ConsentKind;
  /** What the authorization server permits now; it is the record of that. */
  readonly permissions?: readonly string[];
  /** What the customer was asked when they last said yes. */
  readonly agreed?: Agreed;
  /** Whether it still holds: else it is said in the past. */
  readonly isLive: boolean;
  /** Nobody agreed to it: what was asked is told as that. */
  readonly onlyAsked?: boolean;
}

interface Context {
  readonly app: string;
  readonly bank: Bank;
  readonly now: Date;
  readonly words: Words;
}

/**
 * What is agreed to, by the presenters of the consent page: whatever a customer said yes to is told in the same words ever
 * after, in the language of today. What may be seen is what is permitted now, whatever was asked (look.md 16).
 */
export function presentAgreed(terms: Terms, given: Context): AgreedView | undefined {
  const { agreed, isLive } = terms;
  if (terms.kind === "account-access") return presentAccess(terms, given);
  if (!agreed || agreed.request.subject.kind !== terms.kind) return undefined;
  const { mode: _mode, ...request } = agreed.request;
  const subject = since(agreed.request.subject, agreed.at);
  const told = presentKind({
    ...given,
    request: { ...request, subject, open: true },
    offered: agreed.offered,
    // What hung on the moment of the yes is told as of then; periods go on.
    now: subject.kind === "domestic-vrp" ? given.now : agreed.at,
  });
  if ("is" in told || told.view.subject.kind === "account-access") return undefined;
  const view = told.view.subject;
  return {
    ...view,
    facts: view.facts.filter((fact) => stillSays(fact, given.words)),
    cannot: { ...view.cannot, items: isLive ? view.cannot.items : [] },
  };
}

function presentAccess(
  { permissions, agreed, isLive, onlyAsked = false }: Terms,
  given: Context,
): AgreedView | undefined {
  const { app, words } = given;
  const asked = agreed?.request.subject.kind === "account-access" ? agreed.request.subject : undefined;
  const granted = permissions ? new Set(permissions.filter(isPermission)) : asked?.permissions;
  if (!granted) return undefined;
  const access: AccountAccess = { kind: "account-access", permissions: granted, history: asked?.history ?? {} };
  const { clusters, cannot, kind } = presentSeen(access, contextOf(given));
  return {
    kind,
    willSee: onlyAsked
      ? words.receipt.askedToSee(app)
      : isLive
        ? words.receipt.canSee(app)
        : words.connectionDetail.couldSee(app),
    // How far back it goes nobody told us where there is no page.
    clusters: clusters.map(({ example: _example, history, ...cluster }) => ({
      ...cluster,
      ...(history !== undefined && asked && { history }),
    })),
    cannot: { ...cannot, items: isLive ? cannot.items : [] },
  };
}

/** How much of what is permitted has no words of ours. */
export const unknownOf = (permissions: readonly string[] = []): number =>
  permissions.filter((code) => !isPermission(code)).length;

/** No earlier request stands beside it, and nobody looks at an example. */
const contextOf = (given: Context): PresentContext => ({ ...given, request: {} as ConsentRequest, offered: [] });

/** Where nothing else was said, payments could begin with the yes. */
const since = (subject: ConsentSubject, at: Date): ConsentSubject =>
  subject.kind === "domestic-vrp" ? { ...subject, validFrom: subject.validFrom ?? at } : subject;

/** What helped to decide, or said what comes after the yes, says nothing any more. */
const OF_THE_QUESTION: ReadonlySet<Fact["id"]> = new Set(["name-check", "past-answers", "rate-holds"]);

const stillSays = ({ id, value }: Fact, { domesticPayment }: Words): boolean =>
  !OF_THE_QUESTION.has(id) && value !== domesticPayment.now;
