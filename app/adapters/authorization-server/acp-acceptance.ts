import type { Allowance } from "~/domain/consent/decision";
import { type FactorMethod, STRONG } from "~/domain/factor/authentication";

/** Methods of RFC 8176 that the log-in and the factor of our page come to together. */
const AMR: Readonly<Record<FactorMethod, readonly string[]>> = {
  passkey: ["pwd", "hwk", "mfa"],
  code: ["pwd", "otp", "mfa"],
};

/**
 * A yes in the words of that API. Of a factor that our page asked for, and of others who have yet to sign, the bundled
 * server is told too; to others these are properties that they do not know.
 */
export function acceptanceOf({ accountIds, scopes, confirmed, awaits }: Allowance): object {
  return {
    account_ids: accountIds,
    granted_scopes: scopes,
    // What it takes the place of goes on until all have signed, and is ended by us then.
    ...(awaits && { signatures_outstanding: true }),
    ...(confirmed && {
      authentication: {
        acr: STRONG,
        amr: AMR[confirmed.by],
        auth_time: Math.floor(Date.parse(confirmed.at) / 1_000),
      },
    }),
  };
}
