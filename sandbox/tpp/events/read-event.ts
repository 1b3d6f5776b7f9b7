import { createRemoteJWKSet, customFetch, errors, jwtVerify } from "jose";
import { Agent, fetch } from "undici";
import { TPPS } from "../../personas.ts";
import type { Topology } from "../../topology.ts";
import type { TppId } from "../order/order.ts";
import { eventClaims, type Notification, notificationFrom } from "./notification.ts";

/** Why a token is not taken (RFC 8935 section 2.4). */
export type TokenFault =
  | "invalid_request"
  | "invalid_key"
  | "invalid_issuer"
  | "invalid_audience"
  | "authentication_failed";

export type ReadEvent =
  | { readonly tppId: TppId; readonly jti: string; readonly notification: Notification | undefined }
  | { readonly fault: TokenFault };

/** The bank's keys could not be had: the same token may be brought again. */
export class KeysUnavailable extends Error {}

export interface EventReader {
  /** @throws KeysUnavailable */
  read(token: string, arrivedBy: Notification["arrivedBy"]): Promise<ReadEvent>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 4_000;
const AUDIENCES = Object.values(TPPS).map(({ id }) => id);

/**
 * Reads the bank's events: signature by its published keys, issuer and audience, then what they say (RFC 8417). How old
 * one is does not matter, because the bank tries for days; that it is new is told by its id.
 */
export function createEventReader({ appOrigin }: Topology): EventReader {
  // Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver.
  const agent = new Agent({
    headersTimeout: TIMEOUT_MS,
    connect: { lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
  });
  const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", appOrigin), {
    cooldownDuration: 10_000,
    [customFetch]: async (url) => {
      const response = await fetch(url, { dispatcher: agent, redirect: "error" }).catch((cause: unknown) => {
        throw new KeysUnavailable("the bank's keys could not be fetched", { cause });
      });
      if (response.status !== 200) throw new KeysUnavailable(`the bank's keys were answered with ${response.status}`);
      return new Response(await response.text(), { headers: { "content-type": "application/json" } });
    },
  });
  return {
    async read(token, arrivedBy) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: appOrigin,
          audience: AUDIENCES,
          // The bank signs other things with these keys too.
          typ: "secevent+jwt",
          algorithms: ["PS256"],
        });
        const claims = eventClaims.safeParse(payload);
        if (!claims.success) return { fault: "invalid_request" };
        const tppId = claims.data.aud as TppId;
        return { tppId, jti: claims.data.jti, notification: notificationFrom(claims.data, tppId, arrivedBy) };
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        return { fault: faultOf(error) };
      }
    },
    close: () => agent.destroy(),
  };
}

function faultOf(error: errors.JOSEError): TokenFault {
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "iss") return "invalid_issuer";
    if (error.claim === "aud") return "invalid_audience";
    return "invalid_request";
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "invalid_key";
  return error instanceof errors.JWSSignatureVerificationFailed ? "authentication_failed" : "invalid_request";
}
