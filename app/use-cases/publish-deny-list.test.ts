import { describe, expect, test } from "vitest";
import type { Denial } from "~/domain/consent/deny-list";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { AppDenial } from "~/domain/tpp/suspension";
import { DENY_LIST_TYPE, publishDenyList } from "./publish-deny-list";

const AT = Date.UTC(2026, 4, 3, 9) * 1_000 + 123_456;
const aDenial = (over: Partial<Denial> = {}): Denial => ({
  consentId: asConsentId("aac-1"),
  effect: "ended",
  since: new Date("2026-05-03T08:59:59.9Z"),
  confirmed: false,
  ...over,
});

async function published(denials: readonly Denial[], known?: string, at = AT, apps: readonly AppDenial[] = []) {
  const signed: { payload: Record<string, unknown>; type: string }[] = [];
  const publish = publishDenyList({
    register: { read: async () => ({ at, denials, apps, complete: true }) },
    signer: {
      sign: async (payload, type) => {
        signed.push({ payload: payload as Record<string, unknown>, type });
        return "signed";
      },
    },
    issuer: "https://consent.bank.example",
  });
  expect(await publish(known)).toBe("signed");
  return signed[0] as (typeof signed)[0];
}

describe("the list as it is signed (X-09)", () => {
  test("says whose it is, of which moment, and what is denied: by ids alone", async () => {
    const { payload, type } = await published([aDenial({ effect: "account-removed", accountId: "acc-1" })]);
    expect(type).toBe(DENY_LIST_TYPE);
    expect(payload).toEqual({
      iss: "https://consent.bank.example",
      iat: Math.floor(AT / 1_000_000),
      seq: AT,
      complete: true,
      digest: expect.stringMatching(/^[\w-]{43}$/),
      entries: [
        {
          consent_id: "aac-1",
          effect: "account-removed",
          account_id: "acc-1",
          since: Date.UTC(2026, 4, 3, 8, 59, 59) / 1_000,
          confirmed: false,
        },
      ],
      clients: [],
    });
  });

  test("whoever has the entries gets them signed as new, and not again", async () => {
    const first = await published([aDenial()]);
    const known = String(first.payload["digest"]);
    const second = await published([aDenial()], known, AT + 1_000_000);
    const { entries: _, clients: __, ...head } = first.payload;
    expect(second.payload).toEqual({ ...head, iat: Number(head["iat"]) + 1, seq: AT + 1_000_000 });
  });

  test.each([
    ["one more", [aDenial(), aDenial({ consentId: asConsentId("aac-2") })]],
    ["taken by the authorization server", [aDenial({ confirmed: true })]],
    ["another effect", [aDenial({ effect: "suspended" })]],
    ["none", []],
  ])("%s: other entries have another digest", async (_, denials) => {
    const known = String((await published([aDenial()])).payload["digest"]);
    const { payload } = await published(denials, known);
    expect(payload["digest"]).not.toBe(known);
    expect(payload["entries"]).toHaveLength(denials.length);
  });

  test("A-06: what an app may not do stands beside it, in one order, and has a digest of its own", async () => {
    const payments: AppDenial = {
      clientId: asClientId("tpp-beacon"),
      effect: "payments",
      until: new Date("2026-05-04T10:00:00.5Z"),
    };
    const role: AppDenial = { clientId: asClientId("tpp-a"), effect: "new-consents", role: "funds-confirmation" };
    const first = (await published([], undefined, AT, [payments, role])).payload;
    expect(first["clients"]).toEqual([
      { client_id: "tpp-a", effect: "new-consents", role: "funds-confirmation" },
      { client_id: "tpp-beacon", effect: "payments", until: Date.UTC(2026, 4, 4, 10) / 1_000 },
    ]);
    const digest = String(first["digest"]);
    expect((await published([], digest, AT, [role, payments])).payload).not.toHaveProperty("clients");
    expect((await published([], digest, AT, [role])).payload["clients"]).toHaveLength(1);
  });
});
