import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { Realm } from "./realm.ts";

/** Strong customer authentication, as the UK profile names it: password and code. */
export const SCA = "urn:openbanking:psd2:sca";
/** Customer authentication: the password alone. For a relying party that asks for the other factor itself. */
export const CA = "urn:openbanking:psd2:ca";

/**
 * Phishing-resistant (OpenID Connect Extended Authentication Profile ACR Values 1.0): password and passkey. For what staff
 * cannot take back.
 */
export const PHR = "phr";

export type Acr = typeof SCA | typeof CA | typeof PHR;

/** A member of staff never comes in by a password alone. */
export const OFFERED = {
  customer: [SCA, CA],
  staff: [SCA, PHR],
} as const satisfies Record<Realm["of"], readonly Acr[]>;

/** RFC 8176. Those of a passkey depend on where its key is. */
export const METHODS = { [SCA]: ["pwd", "otp", "mfa"], [CA]: ["pwd"] };

/** What a request asks for: the first that is offered, for they come in order of preference; both factors unasked. */
export function acrAsked(
  { acr_values: asked }: Readonly<Record<string, unknown>>,
  offered: readonly Acr[],
): Acr | undefined {
  if (typeof asked !== "string" || asked.trim() === "") return SCA;
  return asked.split(" ").flatMap((wanted) => offered.filter((each) => each === wanted))[0];
}

/**
 * When the browser is sent to the sign-in pages: whenever there is no session, which is always, because none outlives
 * the answer to its request.
 */
export function signInPolicy(of: Realm["of"]) {
  const policy = interactionPolicy.base();
  // The relying parties are the bank's own: there is nothing for a customer to consent to here.
  policy.remove("consent");
  const { Check } = interactionPolicy;
  policy.get("login")?.checks.add(
    new Check("unmet_acr", "the requested authentication is not offered", (ctx) => {
      refuseUnmetAcr(ctx, OFFERED[of]);
      return Check.NO_NEED_TO_PROMPT;
    }),
    0,
  );
  return policy;
}

/** OpenID Connect Core Error Code unmet_authentication_requirements 1.0: said before anyone types a password. */
function refuseUnmetAcr(ctx: KoaContextWithOIDC, offered: readonly Acr[]): void {
  if (acrAsked(ctx.oidc.params ?? {}, offered)) return;
  throw new errors.UnmetAuthenticationRequirements(`only ${offered.join(" and ")} are offered`);
}
