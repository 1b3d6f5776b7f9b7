import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { StaffMember } from "../../sandbox/personas.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";
import { aDevice } from "./device.ts";

/**
 * A device in front of the page, with a passkey of this person that the staff realm knows already. How one gets there
 * through its pages is a journey of its own.
 */
export async function aStaffDevice(page: Page, person: StaffMember): Promise<void> {
  const { client, authenticatorId } = await aDevice(page);
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  // COSE: EC2, ES256, P-256 and its point (RFC 9053, section 7.1.1).
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const id = randomBytes(16);
  await inDatabaseOf(
    "identity_provider",
    (sql) => sql`
      insert into passkey (id, person_id, public_key, counter, transports)
      values (${id.toString("base64url")}, ${person.id}, ${cose.toString("base64url")}, 0, ${["internal"]})`,
  );
  await client.send("WebAuthn.addCredential", {
    authenticatorId,
    credential: {
      credentialId: id.toString("base64"),
      isResidentCredential: false,
      rpId: new URL(topology.appOrigin).hostname,
      privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
      signCount: 0,
    },
  });
}

/** On the staff realm's pages, asked for both: the password, then the passkey of the device in front of the page. */
export async function signInByPasskey(page: Page, person: StaffMember): Promise<void> {
  await page.getByLabel("User name").fill(person.username);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Use your passkey" }).click();
}

/** Passkeys need script, the portal does not. */
export async function hasScripts(page: Page): Promise<boolean> {
  await page.goto("data:text/html,<noscript>none</noscript>");
  return !(await page.getByText("none", { exact: true }).isVisible());
}
