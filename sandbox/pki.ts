import "reflect-metadata";
import { createHash, webcrypto } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { BANK, TPPS } from "./personas.ts";

/**
 * The sandbox's own certificate authority: transport certificates for everyone who speaks TLS, and the signing keys of
 * those who sign. Made once; `--reset` of the launcher makes new ones, and another bank's name new certificates.
 */

x509.cryptoProvider.set(webcrypto as Crypto);

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const YEAR = 365 * 24 * 60 * 60 * 1000;

const ofTheBank = (name: string) => `CN=${name}, O=${attributeValue(BANK.name)}`;

/** Who holds a transport certificate, and the subject it carries (RFC 4514). */
export const CERTIFICATE_SUBJECTS = {
  "authorization-server": ofTheBank("authorization-server"),
  "identity-provider": ofTheBank("identity-provider"),
  bank: ofTheBank("bank"),
  app: ofTheBank("assent"),
  analytics: ofTheBank("analytics"),
  directory: "CN=directory, O=Register of TPPs",
  ...(Object.fromEntries(
    Object.values(TPPS).map((tpp) => [
      tpp.id,
      `CN=${tpp.id}, 2.5.4.97=${tpp.organisationId}, O=${attributeValue(tpp.legalName)}, C=GB`,
    ]),
  ) as Record<(typeof TPPS)[keyof typeof TPPS]["id"], string>),
} as const;

/** Who signs: the two OIDC issuers, the register of TPPs, the bank (its answers), the app (receipts and events, and its own log-in), and the TPPs (request objects, client assertions, orders). */
const SIGNERS = [
  "authorization-server",
  "identity-provider",
  "bank",
  "directory",
  "app",
  // By which the identity provider knows the app: no receipt is signed with it.
  "app-log-in",
  "app-staff-log-in",
  ...Object.values(TPPS).map((tpp) => tpp.id),
];

export type CertificateHolder = keyof typeof CERTIFICATE_SUBJECTS;

/** Makes what is missing in `folder`. What was left half-made is made anew. */
export async function ensurePki(folder: string): Promise<void> {
  await ensureSigningKeys(folder);
  await ensureCertificates(folder);
}

/** What they signed before is to stay theirs, whatever the bank is called: they outlive the certificates. */
async function ensureSigningKeys(folder: string): Promise<void> {
  // Named anew whenever another key joins, so that an older folder is made anew too.
  const complete = join(folder, "keys-complete-6");
  if (existsSync(complete)) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await Promise.all(SIGNERS.map((name) => createSigningKey(folder, name)));
  // The app takes sets, newest first, so that a key can be replaced while what it signed can still be checked.
  for (const name of ["app", "app-log-in", "app-staff-log-in"]) {
    const own = await readFile(join(folder, `${name}.signing.jwk.json`), "utf8");
    await writeFile(join(folder, `${name}.signing.jwks.json`), `{"keys":[${own}]}`, { mode: 0o600 });
  }
  await writeFile(complete, new Date().toISOString());
}

const CERTIFIED = "certified-";

async function ensureCertificates(folder: string): Promise<void> {
  // By whom they are of: those of a bank of another name, or of fewer holders, are made anew.
  const subjects = createHash("sha256").update(JSON.stringify(CERTIFICATE_SUBJECTS)).digest("hex").slice(0, 16);
  const complete = join(folder, CERTIFIED + subjects);
  if (existsSync(complete)) return;
  for (const file of await readdir(folder)) if (file.startsWith(CERTIFIED)) await rm(join(folder, file));
  const authority = await createAuthority("Assent Sandbox Root");
  await writeFile(join(folder, "ca.pem"), authority.certificate.toString("pem"));
  for (const [name, subject] of Object.entries(CERTIFICATE_SUBJECTS)) {
    const { cert, key } = await issueCertificate(authority, subject);
    await writeFile(join(folder, `${name}.cert.pem`), cert);
    await writeFile(join(folder, `${name}.key.pem`), key, { mode: 0o600 });
  }
  await writeFile(complete, new Date().toISOString());
}

export interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

/** A self-signed root. Tests make a second one, to prove that its certificates are refused. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 5 * YEAR),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate, keys };
}

/** A leaf for loopback, usable on both ends of a TLS connection. Answers PEM. */
export async function issueCertificate(authority: Authority, subject: string): Promise<{ cert: string; key: string }> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject,
    issuer: authority.certificate.subject,
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 2 * YEAR),
    publicKey: keys.publicKey,
    signingKey: authority.keys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "dns", value: "*.localhost" },
        { type: "ip", value: "127.0.0.1" },
      ]),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { cert: certificate.toString("pem"), key: x509.PemConverter.encode(pkcs8, "PRIVATE KEY") };
}

async function createSigningKey(folder: string, name: string): Promise<void> {
  // PS256 is the one algorithm that every part of the UK profile accepts (message signing takes no other).
  const { privateKey } = await generateKeyPair("PS256", { modulusLength: 2048, extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: `${name}-1`, alg: "PS256", use: "sig" };
  await writeFile(join(folder, `${name}.signing.jwk.json`), JSON.stringify(jwk), { mode: 0o600 });
}

/** The private signing key of `name`, as a JWK with `kid` and `alg`. */
export async function signingKey(folder: string, name: string): Promise<JWK> {
  return JSON.parse(await readFile(join(folder, `${name}.signing.jwk.json`), "utf8")) as JWK;
}

/** What may be published of {@link signingKey}. */
export async function publicSigningKey(folder: string, name: string): Promise<JWK> {
  const { kty, n, e, kid, alg, use } = await signingKey(folder, name);
  return { kty, n, e, kid, alg, use } as JWK;
}

const newKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]) as Promise<CryptoKeyPair>;

const serial = () => Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString("hex");

/** A text as the value of an attribute of a distinguished name (RFC 4514, section 2.4). */
function attributeValue(text: string): string {
  return text.replace(/[",+;<>\\]|^[ #]| $/g, "\\$&");
}
