import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { z } from "zod";
import type { PasskeyCheck } from "~/ports/factors";

interface Settings {
  /** Of our page, as the browser names it. */
  readonly origin: string;
  /** For which the passkeys were made (Web Authentication, section 5.1.2): our host name, or a domain above it. */
  readonly rpId: string;
}

const base64url = z.string().regex(/^[\w-]{1,8192}$/);

const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.string().max(256).nullish(),
  }),
});

/** Passkeys checked as Web Authentication, section 7.2, says; its owner must have shown the device that it is them. */
export function createPasskeyCheck({ origin, rpId }: Settings): PasskeyCheck {
  return {
    async verify(response, challenge, passkeys) {
      const sent = assertion.safeParse(parseJson(response)).data;
      const passkey = passkeys.find(({ id }) => id === sent?.id);
      if (!sent || !passkey) return undefined;
      const { clientDataJSON, authenticatorData, signature } = sent.response;
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: {
            id: sent.id,
            rawId: sent.rawId,
            type: sent.type,
            response: { clientDataJSON, authenticatorData, signature },
            clientExtensionResults: {},
          } satisfies AuthenticationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
            counter: passkey.counter,
          },
        });
        if (!verified) return undefined;
        const evidence = {
          passkey: passkey.id,
          publicKey: passkey.publicKey,
          clientDataJSON,
          authenticatorData,
          signature,
        };
        return { id: passkey.id, counter: authenticationInfo.newCounter, evidence };
      } catch {
        // It throws for everything that is not as it should be, and says which in words that no customer needs.
        return undefined;
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
