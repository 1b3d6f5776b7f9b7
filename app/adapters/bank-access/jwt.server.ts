import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { asClientId } from "~/domain/shared/ids";
import { type BankAccess, BankAccessUnavailable } from "~/ports/bank-access";
import { createHttpClient, type Upstream, UpstreamUnavailable } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";

export interface JwtAccessSettings extends Omit<Upstream, "baseUrl"> {
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** The issuer's public keys. */
  readonly jwksUrl: string;
  /** The database's clock: this machine's own may be wrong, and decides nothing. */
  readonly now: () => Promise<Date>;
}

/** `aud` of the tokens that are meant for us, whoever calls us what. */
const AUDIENCE = "urn:assent:api";

/** Between the clocks of the issuer and of the database. */
const LEEWAY_SECONDS = 30;

const claims = z.object({ client_id: z.string().min(1), scope: z.string().default(""), exp: z.number() });

/** Access tokens of the profile of RFC 9068, signed with PS256 by the authorization server. */
export function createJwtBankAccess(settings: JwtAccessSettings): BankAccess & { close(): Promise<void> } {
  const http = createHttpClient({ ...settings, baseUrl: settings.jwksUrl });
  const keys = createPublishedKeys(http, new URL(settings.jwksUrl));

  const verified = async (token: string): Promise<z.infer<typeof claims> | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        audience: AUDIENCE,
        typ: "at+jwt",
        algorithms: ["PS256"],
        requiredClaims: ["exp", "iat", "sub", "jti"],
        currentDate: await settings.now(),
        clockTolerance: LEEWAY_SECONDS,
      });
      return claims.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      if (error instanceof UpstreamUnavailable) throw new BankAccessUnavailable(error.message, { cause: error });
      throw error;
    }
  };

  return {
    async admit(token, scope) {
      const payload = await verified(token);
      if (!payload) return "invalid-token";
      return payload.scope.split(" ").includes(scope) ? { id: asClientId(payload.client_id) } : "insufficient-scope";
    },
    close: () => http.close(),
  };
}
