import { readFileSync } from "node:fs";
import { env } from "~/env.server";

type FileSetting =
  | `${"AS" | "BANK"}_TLS_${"CERT" | "KEY" | "CA"}`
  | `${"CALLBACK" | "ANALYTICS" | "BANK_LOGIN" | "STAFF_LOGIN" | "TPP_REGISTER"}_CA`
  | `${"BANK" | "STAFF"}_LOGIN_KEY_FILE`
  | "SIGNING_KEYS_FILE";

/** @throws Error naming the setting, and not what is in the file. */
export function fileOf(setting: FileSetting): string {
  try {
    return readFileSync(env()[setting] ?? "", "utf8");
  } catch {
    throw new Error(`${setting} names a file that cannot be read`);
  }
}

/** How we show ourselves to one of the bank's systems, and which authority we believe there. */
export const tlsOf = (system: "AS" | "BANK") => ({
  cert: fileOf(`${system}_TLS_CERT`),
  key: fileOf(`${system}_TLS_KEY`),
  ca: fileOf(`${system}_TLS_CA`),
});
