import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { BANK } from "../../personas.ts";
import type { Passkey } from "./passkey-store.ts";

/** The registration of a passkey (WebAuthn section 7.1). */
export interface Ceremony {
  /** What the browser is to make. */
  options(
    person: { readonly id: string; readonly username: string; readonly name: string },
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** What the browser made, as JSON; undefined when it was not made here, for this challenge, by a verified person. */
  verify(response: string, challenge: string): Promise<Passkey | undefined>;
}

/**
 * @param rpId the name that the passkeys are of: good on it and on every host below.
 * @param origin where they are registered.
 */
export function createCeremony(rpId: string, origin: string): Ceremony {
  return {
    options: (person, existing) =>
      generateRegistrationOptions({
        rpName: BANK.name,
        rpID: rpId,
        // The bank's customer number, which says nothing about whose it is (WebAuthn section 14.6.1).
        userID: Uint8Array.from(new TextEncoder().encode(person.id)),
        userName: person.username,
        userDisplayName: person.name,
        attestationType: "none",
        excludeCredentials: existing.map(({ id, transports }) => ({ id, transports: transports as never })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      }),
    async verify(response, challenge) {
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: JSON.parse(response) as RegistrationResponseJSON,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: true,
        });
        if (!verified) return undefined;
        const { id, publicKey, counter, transports } = registrationInfo.credential;
        return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports: known(transports) };
      } catch {
        // Whatever is wrong with it, it is nothing of ours: it came from the browser.
        return undefined;
      }
    },
  };
}

/** WebAuthn section 5.8.4; what else a browser says is left out. */
const TRANSPORTS = ["usb", "nfc", "ble", "smart-card", "hybrid", "internal"];
const known = (said: unknown) =>
  Array.isArray(said) ? TRANSPORTS.filter((transport) => said.includes(transport)) : [];
