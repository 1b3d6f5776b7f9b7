import { errors, type Provider } from "oidc-provider";
import type { Transaction } from "../consents/transaction.ts";
import type { PageAuthentication } from "../handoffs/page-authentication.ts";
import { endDecoupled } from "./decoupled-store.ts";

/** How the customer answered, for the TPP that asks for it. */
export type BackchannelResult =
  | { readonly grantId: string; readonly authentication: Omit<PageAuthentication, "acr"> & { readonly acr: string } }
  | { readonly error: string; readonly description?: string };

/** Lets the TPP have its answer when it asks next. Answers false when nobody waits for it any more. */
export async function answerBackchannel(
  provider: Provider,
  transaction: Transaction,
  authReqId: string,
  result: BackchannelResult,
): Promise<boolean> {
  if (!(await endDecoupled(transaction, authReqId))) return false;
  const request = await provider.BackchannelAuthenticationRequest.find(authReqId);
  if (!request) return false;
  if ("grantId" in result) {
    const { acr, amr, authTime } = result.authentication;
    await provider.backchannelResult(request, result.grantId, { acr, amr: [...amr], authTime });
    return true;
  }
  // Under the name that is stored: the library puts it under another one, which its model drops.
  if (result.description !== undefined) request.errorDescription = result.description;
  await provider.backchannelResult(request, new errors.CustomOIDCProviderError(result.error, result.description ?? ""));
  return true;
}
