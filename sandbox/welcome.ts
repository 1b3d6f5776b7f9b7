import { BANK, CUSTOMERS, STAFF, TPPS } from "./personas.ts";
import type { Topology } from "./topology.ts";

/** What the launcher prints when everything runs: where things are, who can log in, and what to click first. */
export function welcome(topology: Topology, seconds: number, memoryBytes: number): string {
  const places: [string, string][] = [
    ["Technical TPP (start here)", topology.tpp],
    ["Consent app", topology.appOrigin],
    ["Authorization server", `${topology.issuer}/.well-known/openid-configuration`],
    ["Bank login", topology.identityProvider],
    ["Bank admin portal", `${topology.appOrigin}/admin`],
    ["The customer's phone", `${topology.identityProvider}/phone`],
    ["The customer's passkeys", `${topology.identityProvider}/passkeys`],
    ["The phone of the staff", `${topology.staffLogin}/phone`],
    ["Mail to customers", topology.mailbox],
    ["Register of TPPs", topology.directory],
    ["Bank API gateway (mTLS)", `${topology.bankGateway}/open-banking/`],
    ["Database", topology.databaseUrl.replace(/:\/\/([^:@]+):[^@]+@/, "://$1:***@")],
    ["Logs and certificates", topology.dataFolder],
    ["The app's settings", `${topology.dataFolder}/app.env`],
  ];
  const logins = [
    ...Object.values(CUSTOMERS).map((person) => [person.username, person.password, `customer: ${person.portrait}`]),
    ...Object.values(STAFF).map((person) => [person.username, person.password, `staff: ${person.roles.join(", ")}`]),
  ] as [string, string, string][];
  const tpps = Object.values(TPPS).map(({ name, profile }) => `${name} (${profile})`);
  return [
    "",
    ...columns(places),
    "",
    "Logins (one-time codes arrive on the phone of the customers, or of the staff, above)",
    ...columns(logins),
    "",
    `TPPs: ${tpps.join(", ")}`,
    `Ready in ${seconds.toFixed(1)} s, ${Math.round(memoryBytes / 1_048_576)} MB in all.`,
    "",
    `Open ${topology.tpp}, press "Connect to ${BANK.name}", then "Go to ${BANK.name}", and log in as ${CUSTOMERS.arun.username}. Ctrl-C stops everything.`,
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((wide, row) => row.map((cell, at) => Math.max(wide[at] ?? 0, cell.length)), []);
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd());
}
