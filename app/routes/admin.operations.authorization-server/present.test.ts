import { expect, test } from "vitest";
import { asClientId } from "~/domain/shared/ids";
import { presentClients } from "./present";

const NOW = new Date("2026-03-14T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const client = (id: string, isBank = false) => ({
  clientId: asClientId(id),
  name: id,
  isBank,
  authentication: "tls_client_auth",
  certificateSubject: `CN=${id}`,
  scopes: [],
  keys: [],
});

test("A-24: the end of a TPP's certificate, with the register's own warnings; of whom it names none, nothing", () => {
  const ends = new Map([
    [asClientId("tpp-a"), inDays(200)],
    [asClientId("tpp-b"), inDays(6)],
    [asClientId("tpp-c"), inDays(-1)],
  ]);
  const clients = ["tpp-a", "tpp-b", "tpp-c", "tpp-d"].map((id) => client(id));
  const shown = presentClients([...clients, client("bank", true)], ends, NOW);
  expect(shown.map(({ id, certificate }) => [id, certificate?.until, certificate?.warning?.word])).toEqual([
    ["tpp-a", "2026-09-30", undefined],
    ["tpp-b", "2026-03-20", "Ends within 7 days"],
    ["tpp-c", "2026-03-13", "Ended"],
    ["tpp-d", undefined, undefined],
    ["bank", undefined, undefined],
  ]);
});
