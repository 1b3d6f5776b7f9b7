import type { Allowance } from "~/domain/consent/decision";
import { type FactorMethod, STRONG } from "~/domain/factor/authentication";

/** Methods of RFC 8176 that the log-in and the factor of our page come to together. */
const AMR: Readonly<Record<FactorMethod, readonly string[]>> = {
  passkey: ["pwd", "hwk", "mfa"],
  code: ["pwd", "otp", "mfa"],
};

/**
 * A yes in the words of that API. Of a factor that our page asked for the bundled server is told too; to others it is a
 * property that they do not know.
 */
export function acceptanceOf({ accountIds, scopes, confirmed }: Allowance): object {
  return {
    account_ids: accountIds,
    granted_scopes: scopes,
    ...(confirmed && {
      authentication: {
        acr: STRONG,
        amr: AMR[confirmed.by],
        auth_time: Math.floor(Date.parse(confirmed.at) / 1_000),
      },
    }),
  };
}
