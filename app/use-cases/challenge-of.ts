import { createHash } from "node:crypto";
import type { Allowance } from "~/domain/consent/decision";
import { challengeText, moneyIn } from "~/domain/factor/bound-request";
import type { VisitRecord } from "~/ports/consent-desk";
import type { OpenQuestion } from "./view-consent-request";

/** What a factor is bound to, as one hash: of the question as it was read, and of the answer to it (B-05). */
export function challengeOf(
  visit: Pick<VisitRecord, "id">,
  { request, payloadHash }: Pick<OpenQuestion, "request" | "payloadHash">,
  { accountIds }: Pick<Allowance, "accountIds">,
  { nonce, shownHash }: { readonly nonce: string; readonly shownHash: string },
): string {
  const bound = { nonce, visit: visit.id, payloadHash, shownHash, accountIds, ...moneyIn(request.subject) };
  return createHash("sha256").update(challengeText(bound)).digest("base64url");
}
