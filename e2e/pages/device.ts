import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import type { Customer } from "../../sandbox/personas.ts";
import { expect } from "../fixtures.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";

interface Device {
  readonly client: CDPSession;
  readonly authenticatorId: string;
}

/** A device with whoever it belongs to in front of it; one for each page, as the browser's protocol has it. */
export async function aDevice(page: Page): Promise<Device> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, authenticatorId };
}

/** A passkey that a customer makes at the bank's log-in. */
export async function aPasskeyOf(customer: Customer, context: BrowserContext) {
  const bank = await context.newPage();
  await bank.goto(`${topology.identityProvider}/passkeys`);
  await signIn(bank, customer);
  await expect(bank.getByRole("heading", { name: "Your passkeys" })).toBeVisible();
  const { client, authenticatorId } = await aDevice(bank);
  await bank.reload();
  await bank.getByRole("button", { name: "Add a passkey" }).click();
  await expect(bank.getByText("Your passkey was added.")).toBeVisible();
  const { credentials } = await client.send("WebAuthn.getCredentials", { authenticatorId });
  await bank.close();
  return credentials;
}

/** The same passkeys on another device, as those are that a customer's account carries there. */
export async function bringTo(
  { client, authenticatorId }: Device,
  credentials: Awaited<ReturnType<typeof aPasskeyOf>>,
): Promise<void> {
  for (const credential of credentials) {
    await client.send("WebAuthn.addCredential", { authenticatorId, credential });
  }
}
