import type { BrowserContext, Page } from "@playwright/test";
import { CUSTOMERS } from "../../personas.ts";
import type { World } from "../testing.ts";

export interface Person {
  readonly username: string;
  readonly password: string;
}

export const passkeysAddress = ({ topology }: World): string => `${topology.identityProvider}/passkeys`;

/** Signs in on the way to the passkeys, as a person does. */
export async function signIn(world: World, context: BrowserContext, customer: Person = CUSTOMERS.arun): Promise<Page> {
  const page = await context.newPage();
  await page.goto(passkeysAddress(world));
  await page.getByLabel("User name").fill(customer.username);
  await page.getByLabel("Password").fill(customer.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await passCode(world, page);
  return page;
}

/** Gives the code that came to the phone, and is at the passkeys. */
export async function passCode(world: World, page: Page): Promise<void> {
  const reference = await page.locator("strong.reference").innerText();
  const phone = await world.newBrowser().open("/phone");
  const code = new RegExp(`data-reference="${reference}".*?(\\d{6})`).exec(phone.html)?.[1] ?? "";
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Your passkeys" }).waitFor();
}

/** A phone or laptop with a fingerprint reader, whose owner touches it (`verified`) or cannot. */
export async function authenticatorOf(page: Page, { verified = true } = {}) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return { client, authenticatorId };
}

export const add = (page: Page): Promise<void> => page.getByRole("button", { name: "Add a passkey" }).click();
