/** How the customer logged in at the bank, as the authorization server tells it (OpenID Connect Core, section 2). */
export interface Authentication {
  /** Which class of log-in it was; {@link STRONG} for both factors. */
  readonly acr?: string;
  readonly amr: readonly string[];
  readonly authTime?: Date;
}

/** Strong customer authentication as the UK security profile names it: two factors of different kinds. */
export const STRONG = "urn:openbanking:psd2:sca";

/**
 * Whether this log-in met both factors. Who is on their accounts after one of them is shown what names an account and no
 * more (PSD2, article 97(1)(a); P-21); nothing said is not enough.
 */
export const isStrong = (authentication: Authentication | undefined): boolean => authentication?.acr === STRONG;

/** How a customer met the factor that our page asked for, bound to exactly what it showed (RTS 2018/389, article 5). */
const FACTOR_METHODS = ["passkey", "code"] as const;
export type FactorMethod = (typeof FACTOR_METHODS)[number];

/** Stands in the decision that it led to, so that whoever sends the decision again sends this along. */
export interface Confirmation {
  readonly by: FactorMethod;
  /** ISO 8601: the record of decisions is JSON. */
  readonly at: string;
  /** The hash of what it was bound to. */
  readonly challenge: string;
}
