import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "../../../db/testing.global.ts";
import { createTestDatabase } from "../../../db/testing.ts";
import { start as startAuthorizationServer } from "../../authorization-server/start.ts";
import { type Browser, createBrowser } from "../../authorization-server/testing/browser.ts";
import {
  type Script,
  startScriptedIdentityProvider,
} from "../../authorization-server/testing/scripted-identity-provider.ts";
import { start as startBank } from "../../bank/start.ts";
import { standInConsentApp } from "../../bank/testing/stand-in-consent-app.ts";
import { CUSTOMERS } from "../../personas.ts";
import { ensurePki, publicSigningKey } from "../../pki.ts";
import { PORTS, topologyFromEnv } from "../../topology.ts";
import type { RunSecrets } from "../runs/run.ts";
import { start } from "../start.ts";
import { type Decision, decide } from "./consent-decision.ts";

export const ACCESS = {
  kind: "account_access",
  tpp: "tpp-beacon",
  version: "v4.0",
  permission: "ReadAccountsBasic",
} as const;

export const PAYMENT = {
  kind: "domestic_payment",
  tpp: "tpp-beacon",
  version: "v4.0",
  amount: "42.50",
  payeeName: "Harbour Books Ltd",
  payeeSortCode: "20-40-51",
  payeeAccountNumber: "12345678",
  reference: "Order 7781",
} as const;

export type WorkbenchWorld = Awaited<ReturnType<typeof workbenchWorld>>;

/**
 * The workbench on a free port; with the real authorization server, the real bank and a customer who signs in by
 * script, unless it is to stand `alone`.
 */
export async function workbenchWorld({ alone = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "assent-tpp-"));
  const database = await createTestDatabase();
  const ports = await Promise.all(
    Object.values(PORTS).map(async ({ variable }) => [variable, String(await freePort())]),
  );
  const topology = topologyFromEnv({ ...Object.fromEntries(ports), DATABASE_URL: database.url, SANDBOX_DATA: folder });
  await ensurePki(topology.pkiFolder);
  const script: Script = { subject: CUSTOMERS.arun.id, acr: "urn:openbanking:psd2:sca" };
  const others = alone
    ? []
    : [
        await startScriptedIdentityProvider(topology, script),
        await startAuthorizationServer(topology),
        await startBank(topology),
      ];
  const signedToken = (authorization: string | undefined) => /^Bearer eyJ[\w.-]+$/.test(authorization ?? "");
  const consentApp = await standInConsentApp(topology.ports.app, signedToken, [
    await publicSigningKey(topology.pkiFolder, "app"),
  ]);
  let workbench = await start(topology);
  const sql = postgres(database.url, { max: 1, connection: { search_path: "tpp" } });
  const at = (path: string) => `${topology.tpp}${path}`;

  return {
    topology,
    sql,
    /** Stands in for the consent app's API and publishes its keys. */
    consentApp,
    /** Sends the form; answers the address of the run. */
    async begin(browser: Browser, form: Record<string, string>): Promise<URL> {
      const answer = await browser.submit(at("/runs"), form);
      if (!answer.location) throw new Error(`the form was answered with ${answer.status}`);
      return answer.location;
    },
    /** From the run's link to the bank, through sign-in and `decision`, to the address that the bank answers at. */
    async decideAtBank(browser: Browser, run: URL, decision: Decision): Promise<URL> {
      const page = await browser.follow(`${run}/bank`, (url) => url.origin === topology.appOrigin);
      const next = await decide(topology, page, decision);
      return browser.follow(next, (url) => url.origin === topology.tpp);
    },
    /** Opens the link of the notice that came last, signs in and decides: all on a phone of the customer's. */
    async answerOnPhone(decision: Decision): Promise<void> {
      const phone = createBrowser();
      const began = await phone.submit(script.notices?.at(-1)?.link ?? "", {});
      const page = await phone.follow(began.location ?? "", (url) => url.origin === topology.appOrigin);
      await phone.open(await decide(topology, page, decision));
    },
    /** Hands the answer to the workbench as a browser would: a query by opening it, a fragment by the page's form. */
    deliver: (browser: Browser, answer: URL) =>
      answer.hash ? browser.submit(at("/callback"), { response: answer.hash }) : browser.open(answer),
    async secretsOf(run: URL): Promise<RunSecrets> {
      const id = run.pathname.split("/")[2] ?? "";
      const [row] = await sql<{ record: { secrets: RunSecrets } }[]>`select record from run where id = ${id}`;
      if (!row) throw new Error(`no run ${id}`);
      return row.record.secrets;
    },
    async restart() {
      await workbench.close();
      workbench = await start(topology);
    },
    async close() {
      await sql.end();
      await workbench.close();
      await consentApp.close();
      for (const service of others.reverse()) await service.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export { createBrowser };
