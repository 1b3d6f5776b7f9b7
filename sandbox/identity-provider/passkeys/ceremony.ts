import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { BANK } from "../../personas.ts";
import type { Passkey } from "./passkey-store.ts";

/** The registration of a passkey, and a sign-in with one (WebAuthn sections 7.1 and 7.2). */
export interface Ceremony {
  /** What the browser is to make. */
  options(
    person: { readonly id: string; readonly username: string; readonly name: string },
    existing: readonly Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** What the browser made, as JSON; undefined when it was not made here, for this challenge, by a verified person. */
  verify(response: string, challenge: string): Promise<Passkey | undefined>;
  /** Which passkeys may sign, and what. */
  ask(passkeys: readonly Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** What one of them signed, as JSON; undefined when it is not theirs, not for this challenge, or not by a verified person. */
  check(assertion: string, challenge: string, passkeys: readonly Passkey[]): Promise<PasskeyUse | undefined>;
}

export interface PasskeyUse {
  readonly id: string;
  readonly counter: number;
  /** Whether its key goes along to other devices: a key in software, and not in one piece of hardware (RFC 8176). */
  readonly synced: boolean;
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
    ask: (passkeys) =>
      generateAuthenticationOptions({
        rpID: rpId,
        allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: transports as never })),
        userVerification: "required",
      }),
    async check(assertion, challenge, passkeys) {
      try {
        const response = JSON.parse(assertion) as AuthenticationResponseJSON;
        const passkey = passkeys.find(({ id }) => id === response.id);
        if (!passkey) return undefined;
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: rpId,
          requireUserVerification: true,
          // Whether it went back is for whoever keeps it to say: two at once would both be told that it did not.
          credential: {
            id: passkey.id,
            publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, "base64url")),
            counter: 0,
          },
        });
        if (!verified) return undefined;
        const { newCounter, credentialDeviceType } = authenticationInfo;
        return { id: passkey.id, counter: newCounter, synced: credentialDeviceType === "multiDevice" };
      } catch {
        return undefined;
      }
    },
  };
}

/** WebAuthn section 5.8.4; what else a browser says is left out. */
const TRANSPORTS = ["usb", "nfc", "ble", "smart-card", "hybrid", "internal"];
const known = (said: unknown) =>
  Array.isArray(said) ? TRANSPORTS.filter((transport) => said.includes(transport)) : [];
