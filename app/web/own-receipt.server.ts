import { asConsentId, type ConsentId, type CustomerId, type DecisionId } from "~/domain/shared/ids";
import type { IssuedReceipt } from "~/use-cases/issue-receipt";
import { wordsFor } from "./language.server";
import { requireCustomer } from "./require-customer.server";
import { services } from "./services.server";
import { withRecord } from "./with-record.server";

export interface OwnReceipt {
  readonly consent: ConsentId;
  readonly decision: DecisionId;
  readonly receipt: IssuedReceipt;
  /** How many of their notices are new. */
  readonly unread: number;
}

/**
 * The receipt of an answer of the customer who is signed in: the one that the address names, else the last one.
 *
 * @throws Response 404, alike for a consent of somebody else, for one that is not there, and where there is no receipt
 */
export async function requireOwnReceipt(request: Request, id: string | undefined): Promise<OwnReceipt> {
  const { customer, unread } = await requireCustomer(request);
  const of = new URL(request.url).searchParams.get("of");
  const found = await withRecord(() => find(asConsentId(id ?? ""), customer, of, wordsFor(request).locale));
  if (!found) throw new Response(null, { status: 404 });
  return { ...found, unread };
}

async function find(consent: ConsentId, customer: CustomerId, of: string | null, locale: string) {
  const { ownAnswers, ownAppName, issueReceipt } = services();
  const answers = await ownAnswers.of(consent, customer);
  const answer = answers.find(({ decisionId, hasReceipt }) => hasReceipt && (of === null || decisionId === of));
  if (!answer) return undefined;
  const requesterName = await ownAppName(consent, customer);
  const receipt = await issueReceipt({ id: answer.visit, requesterName }, locale);
  return receipt && { consent, decision: answer.decisionId, receipt };
}
