import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { brandFromEnv } from "./brand.ts";

const folder = mkdtempSync(join(tmpdir(), "pki-"));
const pki = join(folder, "pki");
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** Of a bank of this name: what is made for it in the folder. */
async function madeFor(name: string) {
  const file = join(folder, "brand.json");
  writeFileSync(file, JSON.stringify({ ...brandFromEnv({}), name }));
  vi.stubEnv("BRAND_FILE", file);
  // Which bank it is, is read once.
  vi.resetModules();
  const [{ ensurePki, CERTIFICATE_SUBJECTS }, { hasSubject }] = await Promise.all([
    import("./pki.ts"),
    import("./authorization-server/provider/certificates.ts"),
  ]);
  await ensurePki(pki);
  const read = (of: string) => readFileSync(join(pki, of), "utf8");
  const bank = new X509Certificate(read("bank.cert.pem"));
  return {
    subject: bank.subject.split("\n"),
    isAsSaid: hasSubject({ raw: new Uint8Array(bank.raw) }, CERTIFICATE_SUBJECTS.bank),
    isIssued: bank.verify(new X509Certificate(read("ca.pem")).publicKey),
    serial: bank.serialNumber,
    key: read("app.signing.jwk.json"),
  };
}

test.each(["Heron & Vale", 'Smith, Sons + Co; "The Bank"'.replaceAll('"', "'"), "#1 Bank \\ Co "])(
  "the bank's certificates are in the name of the bank that is played: %s",
  async (name) => {
    const { subject, isAsSaid, isIssued } = await madeFor(name);
    expect(subject).toEqual(["CN=bank", expect.stringMatching(/^O=/)]);
    expect(subject[1]?.replace(/\\(.)/g, "$1")).toBe(`O=${name}`);
    expect([isAsSaid, isIssued]).toEqual([true, true]);
  },
);

test("a bank of another name has other certificates and the same signing keys; the same bank keeps its own", async () => {
  const first = await madeFor("A Bank");
  expect(await madeFor("A Bank")).toEqual(first);
  const second = await madeFor("Another Bank");
  expect([second.serial === first.serial, second.key === first.key]).toEqual([false, true]);
  const third = await madeFor("A Bank");
  expect([third.isIssued, third.serial === first.serial]).toEqual([true, false]);
});
