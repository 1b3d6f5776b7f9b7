import { expect, test } from "vitest";
import { registrationsIn, registrationsSchema } from "./acp-registrations";

const read = (...clients: readonly unknown[]) => registrationsIn(registrationsSchema.parse({ clients }));

test("everybody who is registered is told of, with how they prove who they are", () => {
  const tpp = {
    client_id: "tpp",
    client_name: "Beacon",
    client_status: "active",
    authorization_server_id: "openbanking",
    token_endpoint_auth_method: "tls_client_auth",
    tls_client_auth_subject_dn: "CN=tpp",
    scopes: ["accounts"],
    jwks: { keys: [{ kid: "k-1", alg: "PS256", n: "…" }] },
  };
  expect(read({ client_id: "bank", system: true }, tpp)).toEqual([
    { clientId: "bank", name: undefined, isBank: true, scopes: [], keys: [] },
    {
      clientId: "tpp",
      name: "Beacon",
      isBank: false,
      workspace: "openbanking",
      standing: "active",
      authentication: "tls_client_auth",
      certificateSubject: "CN=tpp",
      scopes: ["accounts"],
      keys: [{ kid: "k-1", algorithm: "PS256" }],
    },
  ]);
});

test("C-02: what cannot be used, or would not be seen, is left out, and the others stay", () => {
  const odd = {
    client_id: "odd",
    client_name: "\u202Ebob",
    jwks: { keys: [1, { kid: "k" }] },
    scopes: "all",
    client_status: 7,
  };
  expect(read(odd, null, 3, {}, { client_id: "tpp" })).toEqual([
    { clientId: "odd", name: "bob", isBank: false, scopes: [], keys: [{ kid: "k" }] },
    { clientId: "tpp", name: undefined, isBank: false, scopes: [], keys: [] },
  ]);
});
