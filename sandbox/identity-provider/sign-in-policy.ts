import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";

/** Strong customer authentication, as the UK profile names it. Both factors are always asked, so it is always met. */
export const SCA = "urn:openbanking:psd2:sca";

/** RFC 8176. */
export const SCA_METHODS = ["pwd", "otp", "mfa"];

/**
 * When the browser is sent to the sign-in pages: whenever there is no session, which is always, because none outlives
 * the answer to its request.
 */
export function signInPolicy() {
  const policy = interactionPolicy.base();
  // The relying parties are the bank's own: there is nothing for a customer to consent to here.
  policy.remove("consent");
  const { Check } = interactionPolicy;
  policy.get("login")?.checks.add(
    new Check("unmet_acr", "the requested authentication is not offered", (ctx) => {
      refuseUnmetAcr(ctx);
      return Check.NO_NEED_TO_PROMPT;
    }),
    0,
  );
  return policy;
}

/** OpenID Connect Core Error Code unmet_authentication_requirements 1.0: said before anyone types a password. */
function refuseUnmetAcr(ctx: KoaContextWithOIDC): void {
  const asked = ctx.oidc.params?.acr_values;
  if (typeof asked !== "string" || asked.split(" ").includes(SCA)) return;
  throw new errors.UnmetAuthenticationRequirements(`only ${SCA} is offered`);
}
