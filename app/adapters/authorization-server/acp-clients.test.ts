import { expect, test } from "vitest";
import { appsAmong, clientsSchema } from "./acp-clients";

const read = (...clients: readonly unknown[]) => appsAmong(clientsSchema.parse({ clients }));

test("the bank's own clients are nobody that a customer shares with", () => {
  expect(read({ client_id: "bank", system: true }, { client_id: "tpp" }).map(({ clientId }) => clientId)).toEqual([
    "tpp",
  ]);
});

test.each([
  [{}, undefined],
  [{ client_status: "active" }, "active"],
  [{ client_status: "inactive" }, "barred"],
  [{ client_status: "active", org_status: " ACTIVE " }, "active"],
  [{ client_status: "active", org_status: "Withdrawn" }, "barred"],
  [{ org_status: "Revoked" }, "barred"],
])("D-20: %j is %s", (said, standing) => {
  expect(read({ client_id: "tpp", ...said })[0]?.standing).toBe(standing);
});

test("what is no role of ours, or twice, is left out", () => {
  const [app] = read({ client_id: "tpp", software_roles: ["PISP", "aisp", "ASPSP", "PISP", "constructor"] });
  expect(app?.roles).toEqual(["payment-initiation", "account-information"]);
});

test("what cannot be used of one registration leaves the rest of it, and the others", () => {
  const odd = { client_id: "odd", client_name: 7, policy_uri: "x".repeat(2_001), contacts: "me", software_roles: [1] };
  expect(read(odd, null, 1, {}, { client_id: "" }, { client_id: "tpp", client_name: "Beacon" })).toEqual([
    { clientId: "odd", name: undefined, roles: [], contacts: [] },
    { clientId: "tpp", name: "Beacon", roles: [], contacts: [] },
  ]);
});
