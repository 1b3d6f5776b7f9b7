import { isInteractionId } from "~/domain/shared/interaction-id";
import type { BankScope, BankSystem } from "~/ports/bank-access";
import { adoptCorrelationId } from "./correlation.server";
import { machineProblem } from "./machine-answer.server";
import { services } from "./services.server";

/**
 * Lets one of the bank's own systems in, and goes on under the id that it sends. RFC 6750: the token comes in the header
 * and nowhere else, and who is refused learns no more than the error code.
 *
 * @throws Response 401 or 403
 * @throws BankAccessUnavailable
 */
export async function requireBankSystem(request: Request, scope: BankScope): Promise<BankSystem> {
  const header = request.headers.get("authorization");
  if (header === null) throw refused(401, "Bearer");
  const token = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(header)?.[1];
  const admitted = token === undefined ? "invalid-token" : await services().bankAccess.admit(token, scope);
  if (admitted === "invalid-token") throw refused(401, 'Bearer error="invalid_token"');
  if (admitted === "insufficient-scope") throw refused(403, `Bearer error="insufficient_scope", scope="${scope}"`);
  const sent = request.headers.get("x-fapi-interaction-id") ?? "";
  // Unlike a browser's: whoever sent this id has just shown who it is.
  if (isInteractionId(sent)) adoptCorrelationId(sent);
  return admitted;
}

const refused = (status: 401 | 403, challenge: string) =>
  machineProblem(status, undefined, { "www-authenticate": challenge });
