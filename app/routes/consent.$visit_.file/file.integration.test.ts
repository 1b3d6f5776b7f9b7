import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newTrace, withTrace } from "~/web/correlation.server";
import { loader as handOff } from "../consent._index/route";
import { startVisitRoutes, type VisitRoutes } from "../consent.$visit/visit-routes.harness";
import { loader } from "./route";

/** P-19: the route as it is, on PostgreSQL, in front of an authorization server with a file. */

const ORIGIN = "http://assent.localhost:4100";
const HOSTILE = [
  ["=1+1", "+44 7700"],
  ["-2", "@SUM(A1)"],
  ["\u202e=3", '","=4'],
].map(([Name, Reference], at) => ({
  CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "FR7630006000011234567890189", Name },
  InstructedAmount: { Amount: `${at + 1}.00`, Currency: "GBP" },
  Reference,
}));

let payments: readonly object[];
let status: number;
let routes: VisitRoutes;
const server = createServer((request, response) => {
  request.resume();
  const { pathname } = new URL(request.url ?? "", "http://x");
  const answer = (body: object, code = 200) =>
    response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (pathname === "/token") return answer({ access_token: "t", expires_in: 300 });
  if (pathname.startsWith("/customers/")) return answer({ accounts: [] });
  return pathname.endsWith("/file") ? answer({ payments }, status) : answer(VIEW);
});
const VIEW = {
  consent_id: "fpc-1",
  type: "file_payment",
  status: "AwaitingAuthorisation",
  client_id: "tpp-beacon",
  client_info: { client_name: "Budget Beacon" },
  subject: "cus-1",
  requested_scopes: [{ requested_name: "payments" }],
  expires_at: new Date(Date.now() + 300_000).toISOString(),
  file_readable: true,
  file_payment_consent: {
    ConsentId: "fpc-1",
    Status: "AwaitingAuthorisation",
    Initiation: {
      FileType: "UK.OBIE.pain.001.001.08",
      FileHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
    },
    FileContent: {
      NumberOfTransactions: 3,
      Totals: [{ Amount: "6.00", Currency: "GBP" }],
      FirstRows: HOSTILE,
    },
  },
};

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  routes = await startVisitRoutes({ AS_BASE_URL: url, AS_TOKEN_URL: `${url}/token`, BANK_BASE_URL: url });
});
beforeEach(() => {
  payments = HOSTILE;
  status = 200;
});
afterAll(async () => {
  await routes?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = async (route: typeof loader | typeof handOff, path: string, cookie = "", language = "en-GB") => {
  const request = new Request(ORIGIN + path, { headers: { cookie, "accept-language": language } });
  const visit = /consent\/([\w-]{22})/.exec(path)?.[1];
  const args = { request, params: visit ? { visit } : {}, context: {} } as never;
  return (await withTrace(newTrace(), () => route(args))) as Response;
};

/** A browser in front of a file: its cookie, and where the file is. */
async function atAFile() {
  const query = new URLSearchParams({ login_id: randomUUID(), login_state: "s", consent_type: "file_payment" });
  const opened = await ask(handOff, `/consent?${query}`);
  const page = opened.headers.get("location") ?? "";
  return { page, file: `${page}/file`, cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

describe("P-19: all payments of a file, to keep", () => {
  test("a table with a name that says nothing of anybody, in which nothing is a formula", async () => {
    const { file, cookie } = await atAFile();
    const answer = await ask(loader, file, cookie);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([
      200,
      "text/csv; charset=utf-8",
      'attachment; filename="payments.csv"',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const account = "FR76 3000 6000 0112 3456 7890 189";
    expect(bytes.toString().slice(1).split("\r\n")).toEqual([
      '"To","Account","Amount","Currency","Reference"',
      `"'=1+1","${account}","1.00","GBP","'+44 7700"`,
      `"'-2","${account}","2.00","GBP","'@SUM(A1)"`,
      `"'=3","${account}","3.00","GBP",""",""=4"`,
      "",
    ]);
  });

  test("in the customer's language", async () => {
    const { file, cookie } = await atAFile();
    expect(await (await ask(loader, file, cookie, "fr")).text()).toContain('"Devise"');
  });

  test("for the browser that owns the visit and for no other, even with a visit of its own", async () => {
    const [mine, other] = [await atAFile(), await atAFile()];
    for (const cookie of ["", other.cookie, mine.cookie.replace(/=.*/, other.cookie.replace(/^[^=]*/, ""))]) {
      await expect(ask(loader, mine.file, cookie)).rejects.toMatchObject({ status: 404 });
    }
  });

  test.each([
    ["of another file than the page shows", () => ({ payments: HOSTILE.slice(0, 2) })],
    ["that cannot be read", () => ({ payments: [{}] })],
    ["that is gone", () => ({ status: 404 })],
    ["of a request that was answered", () => ({ status: 409 })],
    ["while the authorization server is away", () => ({ status: 500 })],
  ])("payments %s: the page says how it stands", async (_, how) => {
    const { file, page, cookie } = await atAFile();
    const { payments: these, status: code } = how() as { payments?: readonly object[]; status?: number };
    payments = these ?? HOSTILE;
    status = code ?? 200;
    const answer = await ask(loader, file, cookie);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, page]);
  });
});
