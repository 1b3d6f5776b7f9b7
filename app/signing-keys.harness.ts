import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file of signing keys that nobody else has; gone with the process. */
export function testSigningKeys(): string {
  const folder = mkdtempSync(join(tmpdir(), "assent-signing-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const file = join(folder, "keys.json");
  writeFileSync(file, JSON.stringify({ keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test" }] }));
  return file;
}
