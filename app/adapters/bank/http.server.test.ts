import { createServer, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anAccountAccess } from "~/domain/consent/builders";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import { createHttpBank } from "./http.server";

/** A bank that answers whatever a test tells it to. */
let answer: (response: ServerResponse) => void;
let asked: { path: string | undefined; interaction: string | string[] | undefined } | undefined;
let server: ReturnType<typeof createServer>;
let bank: ReturnType<typeof createHttpBank>;

beforeEach(async () => {
  server = createServer((request, response) => {
    asked = { path: request.url, interaction: request.headers["x-fapi-interaction-id"] };
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  bank = createHttpBank({ baseUrl: `http://127.0.0.1:${port}`, tls: { cert: "", key: "", ca: "" }, timeoutMs: 300 });
});

afterEach(async () => {
  await bank.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ME = asCustomerId("cus-1");
const accounts = () => bank.accountsOf(ME, { correlationId: "c-1" });

const ACCOUNT = {
  id: "acc-1",
  nickname: "Everyday",
  kind: "current",
  scheme: "sort_code_account_number",
  number: "20405011223301",
  holders: [{ customer_id: "cus-1", name: "Somebody" }],
  status: "open",
  can_share: true,
  can_pay: true,
  balance: { amount: "12.34", currency: "GBP", overdrawn: false },
};
const balance = (change: object) => ({ ...ACCOUNT, balance: { ...ACCOUNT.balance, ...change } });
const answers =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));

test("asks for this customer alone, under the request's id", async () => {
  answer = answers({ accounts: [] });
  await bank.accountsOf(asCustomerId("a/b?c"), { correlationId: "c-1" });
  expect(asked).toEqual({ path: "/customers/a%2Fb%3Fc/accounts", interaction: "c-1" });
});

test("an account that somebody else holds is not offered, whatever the bank says", async () => {
  const foreign = { ...ACCOUNT, id: "acc-2", holders: [{ customer_id: "cus-2", name: "Somebody else" }] };
  const joint = { ...ACCOUNT, id: "acc-3", holders: [...foreign.holders, ...ACCOUNT.holders] };
  answer = answers({ accounts: [foreign, ACCOUNT, joint] });
  expect((await accounts()).map(({ id }) => id)).toEqual(["acc-1", "acc-3"]);
});

test.each([
  ["12.34", false, 1234n],
  ["12.34", true, -1234n],
  ["0.00", true, 0n],
])("a balance of %s, overdrawn %s", async (amount, overdrawn, minor) => {
  answer = answers({ accounts: [balance({ amount, overdrawn })] });
  expect((await accounts())[0]?.balance).toEqual({ minor, currency: "GBP" });
});

test.each([
  ["business", "business"],
  ["personal", "personal"],
  [null, undefined],
  [undefined, undefined],
])("P-09: an account held in the capacity of %j", async (profile, read) => {
  answer = answers({ accounts: [{ ...ACCOUNT, profile }] });
  expect((await accounts())[0]?.profile).toBe(read);
});

test("fields that we do not know are no reason to refuse", async () => {
  answer = answers({ accounts: [{ ...ACCOUNT, colour: "green" }], page: 1 });
  expect(await accounts()).toHaveLength(1);
});

test("a customer that the bank does not know has no accounts", async () => {
  answer = answers({ error: "unknown_customer" }, 404);
  expect(await accounts()).toEqual([]);
});

test.each<[string, (response: ServerResponse) => void]>([
  ["rubbish", answers("<html>maintenance</html>")],
  ["nothing", answers("")],
  ["no list", answers({})],
  ["a list in another shape", answers([ACCOUNT])],
  ["an account without holders", answers({ accounts: [{ ...ACCOUNT, holders: [] }] })],
  ["an account without an id", answers({ accounts: [{ ...ACCOUNT, id: "" }] })],
  ["a capacity that we do not know", answers({ accounts: [{ ...ACCOUNT, profile: "trust" }] })],
  ["a kind that we do not know", answers({ accounts: [{ ...ACCOUNT, kind: "mortgage" }] })],
  ["text where yes or no belongs", answers({ accounts: [{ ...ACCOUNT, can_pay: "true" }] })],
  ["a negative amount", answers({ accounts: [balance({ amount: "-1.00" })] })],
  ["an amount finer than a penny", answers({ accounts: [balance({ amount: "1.005" })] })],
  ["an amount that is a number", answers({ accounts: [balance({ amount: 1 })] })],
  ["an amount in no currency", answers({ accounts: [balance({ currency: "ZZZ" })] })],
  ["one bad account among good ones", answers({ accounts: [ACCOUNT, balance({ amount: "" })] })],
  ["its own failure", answers({ accounts: [ACCOUNT] }, 500)],
  ["a refusal", answers({ error: "forbidden" }, 403)],
  ["a success that is none", answers({ accounts: [ACCOUNT] }, 202)],
  ["an address elsewhere", (response) => response.writeHead(302, { location: "/elsewhere" }).end()],
  [
    "half an answer",
    (response) => response.writeHead(200, { "content-length": "99" }).write('{"acc', () => response.destroy()),
  ],
  ["silence", () => {}],
])("a bank that answers with %s is not available, and its words are not repeated", async (_, lie) => {
  answer = lie;
  const error: unknown = await accounts().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BankUnavailable);
  expect(`${error}`).not.toMatch(/cus-1|acc-1|2040501|Somebody|maintenance|127\.0\.0\.1/);
});

const contact = () => bank.contactOf(ME, { correlationId: "c-1" });

test("asks how to reach this customer", async () => {
  answer = answers({ email: "one@example.test", locale: "en-GB" });
  expect(await contact()).toEqual({ email: "one@example.test", locale: "en-GB" });
  expect(asked?.path).toBe("/customers/cus-1/contact");
});

test.each([
  ["no address", { locale: "en-GB" }],
  ["none that it knows", { email: null, locale: "en-GB" }],
  ["two in one", { email: "one@example.test, two@example.test", locale: "en-GB" }],
  ["a header behind it", { email: "one@example.test\r\nBcc: two@example.test", locale: "en-GB" }],
  ["a name with it", { email: "Somebody <one@example.test>", locale: "en-GB" }],
])("a customer with %s gets no mail", async (_, body) => {
  answer = answers(body);
  expect(await contact()).toEqual({ locale: "en-GB" });
});

test("a customer whom the bank does not know cannot be reached", async () => {
  answer = answers({ error: "unknown_customer" }, 404);
  expect(await contact()).toBeUndefined();
});

test.each<[string, (response: ServerResponse) => void]>([
  ["rubbish", answers("<html>")],
  ["an address that is a number", answers({ email: 1 })],
  ["a failure", answers({}, 500)],
  ["a refusal", answers({}, 403)],
])("a bank that answers with %s does not say how to reach anyone", async (_, lie) => {
  answer = lie;
  await expect(contact()).rejects.toThrow(BankUnavailable);
});

const history = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-02-01T00:00:00Z") };
const access = anAccountAccess({ permissions: new Set(["ReadBalances", "ReadParty"]), history });
const example = () => bank.exampleOf(ME, asAccountId("acc/1"), access, { correlationId: "c-1" });

test("P-05: asks for an example of one account, of what is asked for and of those days", async () => {
  answer = answers({ parties: [{ customer_id: "cus-1", name: "Somebody" }], colour: "green" });
  expect((await example()).parties).toEqual([{ customer: "cus-1", name: "Somebody" }]);
  expect(asked?.path).toBe(
    "/customers/cus-1/accounts/acc%2F1/example?permissions=ReadBalances+ReadParty&from=2026-01-01T00%3A00%3A00.000Z&to=2026-02-01T00%3A00%3A00.000Z",
  );
});

const row = { booked_at: "2026-01-02T00:00:00Z", direction: "out", amount: { amount: "1.00", currency: "GBP" } };

test.each<[string, (response: ServerResponse) => void]>([
  ["rubbish", answers("<html>Somebody</html>")],
  ["somebody else's account", answers({ error: "unknown_account" }, 404)],
  ["a day that is none", answers({ transactions: [{ ...row, booked_at: "yesterday" }] })],
  ["a direction that is none", answers({ transactions: [{ ...row, direction: "sideways" }] })],
  ["an amount that is none", answers({ transactions: [{ ...row, amount: { amount: "-1", currency: "GBP" } }] })],
  ["more than an example", answers({ transactions: Array(51).fill(row) })],
  ["silence", () => {}],
])("P-05: a bank that answers with %s gives no example, and its words are not repeated", async (_, lie) => {
  answer = lie;
  const error: unknown = await example().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BankUnavailable);
  expect(`${error}`).not.toMatch(/cus-1|acc|Somebody|127\.0\.0\.1/);
});

test("P-05: examples that fail do not take the accounts with them", async () => {
  answer = answers({}, 500);
  for (let tries = 0; tries < 12; tries += 1) await example().catch(() => {});
  answer = answers({ accounts: [ACCOUNT] });
  expect(await accounts()).toHaveLength(1);
});

const check = (over = {}) =>
  bank.checkPayee(
    { name: "Harbour Books", scheme: "sort-code-account-number", identification: "20405112345678", ...over },
    { correlationId: "c-1" },
  );

test("P-17: what is checked of a payee is in no address", async () => {
  answer = answers({ result: "match" });
  expect(await check()).toEqual({ result: "match" });
  expect(asked?.path).toBe("/payee-checks");
});

test.each<[string, (response: ServerResponse) => void]>([
  ["rubbish", answers("<html>")],
  ["a result that we do not know", answers({ result: "maybe" })],
  ["a close match to nobody", answers({ result: "close_match" })],
  ["a failure", answers({ result: "match" }, 500)],
  ["a refusal", answers({ result: "match" }, 403)],
  ["silence", () => {}],
])("P-17: a bank that answers with %s has checked nothing, and nobody waits for more", async (_, lie) => {
  answer = lie;
  expect(await check()).toEqual({ result: "unavailable" });
});

test("P-17: a card number is nobody's to check", async () => {
  answer = answers({ result: "match" });
  asked = undefined;
  expect(await check({ scheme: "card" })).toEqual({ result: "unavailable" });
  expect(asked).toBeUndefined();
});

test("P-05, P-17: nobody waits longer for what the page can do without, however long the accounts may take", async () => {
  const { port } = server.address() as { port: number };
  const patient = createHttpBank({
    baseUrl: `http://127.0.0.1:${port}`,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 20_000,
  });
  answer = () => {};
  const payee = { name: "B", scheme: "iban", identification: "GB94NLGT20405022334404" } as const;
  const began = performance.now();
  const [none, checked] = await Promise.all([
    patient.exampleOf(ME, asAccountId("acc-1"), access, { correlationId: "c-1" }).catch((error: unknown) => error),
    patient.checkPayee(payee, { correlationId: "c-1" }),
  ]);
  expect(none).toBeInstanceOf(BankUnavailable);
  expect(checked).toEqual({ result: "unavailable" });
  expect(performance.now() - began).toBeLessThan(5_000);
  await patient.close();
});
