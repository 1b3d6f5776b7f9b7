import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TppRegisterUnavailable } from "~/ports/tpp-register";
import { createSignedRegister } from "./signed-register.server";

const ISSUER = "https://register.example";
const NOW = new Date("2026-03-14T10:00:00Z");
const ours = await generateKeyPair("PS256", { extractable: true });
const strange = await generateKeyPair("PS256", { extractable: true });
const jwk = { ...(await exportJWK(ours.publicKey)), kid: "r-1", alg: "PS256" };

let server: Server;
let register: ReturnType<typeof createSignedRegister>;
let answer: { readonly status: number; readonly body: unknown };
beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, body } = request.url === "/jwks" ? { status: 200, body: { keys: [jwk] } } : answer;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  register = createSignedRegister({
    baseUrl,
    jwksUrl: `${baseUrl}/jwks`,
    issuer: ISSUER,
    tls: {},
    timeoutMs: 2_000,
    now: async () => NOW,
  });
});
beforeEach(() => {
  answer = { status: 200, body: { statements: [] } };
});
afterAll(async () => {
  await register.close();
  await new Promise((resolve) => server.close(resolve));
});

const claims = {
  iss: ISSUER,
  iat: NOW.getTime() / 1_000 - 60,
  software_client_id: "tpp-beacon",
  software_client_name: "Budget Beacon",
  software_roles: ["AISP", "PISP", "ASPSP"],
  software_certificates: [
    {
      use: "transport",
      "x5t#S256": "t-1",
      subject: "CN=tpp-beacon",
      not_before: "2026-01-01T00:00:00Z",
      not_after: "2027-01-01T00:00:00Z",
    },
  ],
  org_id: "PSDGB-FCA-731904",
  org_name: "Beacon Money Ltd",
  org_status: "Active",
};
const signed = (over: object = {}, key = ours.privateKey, kid = "r-1") =>
  new CompactSign(new TextEncoder().encode(JSON.stringify({ ...claims, ...over })))
    .setProtectedHeader({ alg: "PS256", kid })
    .sign(key);
const read = async (...statements: string[]) => {
  answer = { status: 200, body: { statements } };
  return register.read("c-1");
};

test("A-05: what the register signed is read, and roles that it has for others are none of ours", async () => {
  const { statements, refused } = await read(await signed());
  expect(refused).toEqual([]);
  expect(statements).toEqual([
    {
      clientId: "tpp-beacon",
      name: "Budget Beacon",
      legalName: "Beacon Money Ltd",
      organisationId: "PSDGB-FCA-731904",
      standing: "active",
      roles: ["account-information", "payment-initiation"],
      contacts: [],
      certificates: [
        {
          use: "transport",
          thumbprint: "t-1",
          subject: "CN=tpp-beacon",
          notBefore: new Date("2026-01-01T00:00:00Z"),
          notAfter: new Date("2027-01-01T00:00:00Z"),
        },
      ],
      signedAt: new Date(NOW.getTime() - 60_000),
    },
  ]);
});

test.each(["Withdrawn", "Revoked", "active?", ""])(
  "A-05: whatever it calls it, %j is not active",
  async (org_status) => {
    const [statement] = (await read(await signed({ org_status }))).statements;
    expect(statement?.standing).toBe("barred");
  },
);

test.each([
  ["another's signature", (): Promise<string> => signed({}, strange.privateKey), "signature"],
  ["a key that it does not have", () => signed({}, strange.privateKey, "r-9"), "signature"],
  [
    "one that was changed",
    async () => (await signed()).replace(/\.(.)/, (_, first: string) => `.${first === "A" ? "B" : "A"}`),
    "signature",
  ],
  ["no statement", async (): Promise<string> => "rubbish", "signature"],
  ["another issuer's", () => signed({ iss: "https://evil.example" }), "content"],
  ["one without an id", () => signed({ software_client_id: undefined }), "content"],
  ["a copy of long ago", () => signed({ iat: NOW.getTime() / 1_000 - 8 * 86_400 }), "too-old"],
  ["one of the future", () => signed({ iat: NOW.getTime() / 1_000 + 120 }), "too-old"],
] as const)("A-05: %s is not believed, and the others are", async (_, made, because) => {
  const { statements, refused } = await read(await made(), await signed({ software_client_id: "tpp-other" }));
  expect(statements.map(({ clientId }) => clientId)).toEqual(["tpp-other"]);
  expect(refused).toEqual([expect.objectContaining({ because })]);
});

test.each([
  [500, { statements: [] }],
  [404, {}],
  [200, { entries: [] }],
])("A-05: a register that answers %d, %j is away", async (status, body) => {
  answer = { status, body };
  await expect(register.read("c-1")).rejects.toThrow(TppRegisterUnavailable);
});
