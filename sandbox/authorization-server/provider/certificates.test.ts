import { describe, expect, test } from "vitest";
import { createAuthority, issueCertificate } from "../../pki.ts";
import { type Certificate, hasSubject } from "./certificates.ts";

const der = (pem: string): Certificate => ({
  raw: new Uint8Array(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64")),
});
async function certificateOf(subject: string): Promise<Certificate> {
  return der((await issueCertificate(await createAuthority("Test Root"), subject)).cert);
}

const BEACON = "CN=tpp-beacon, 2.5.4.97=PSDGB-FCA-731904, O=Beacon Money Ltd, C=GB";

describe("hasSubject", () => {
  test.each([
    ["as registered", BEACON],
    ["in the other order", "C=GB,O=Beacon Money Ltd,2.5.4.97=PSDGB-FCA-731904,CN=tpp-beacon"],
  ])("the same subject, written %s", async (_name, written) => {
    expect(hasSubject(await certificateOf(BEACON), written)).toBe(true);
  });

  test.each([
    ["another organisation id", "CN=tpp-beacon, 2.5.4.97=PSDGB-FCA-999999, O=Beacon Money Ltd, C=GB"],
    ["an attribute less", "CN=tpp-beacon, O=Beacon Money Ltd, C=GB"],
    ["an attribute more", `${BEACON}, OU=Payments`],
    ["the name in another attribute", "CN=PSDGB-FCA-731904, 2.5.4.97=tpp-beacon, O=Beacon Money Ltd, C=GB"],
    ["the whole subject inside one value", "CN=tpp-beacon\\, 2.5.4.97=PSDGB-FCA-731904\\, O=Beacon Money Ltd\\, C=GB"],
    ["a line break that imitates an attribute", "CN=tpp-beacon\\0A2.5.4.97=PSDGB-FCA-731904, O=Beacon Money Ltd, C=GB"],
  ])("not one with %s", async (_name, subject) => {
    expect(hasSubject(await certificateOf(subject), BEACON)).toBe(false);
  });
});
