import { describe, expect, test } from "vitest";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asClientId, asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { aRegisteredApp } from "~/domain/tpp/builders";
import { enGB } from "~/i18n/en-GB/index";
import { anOwnConsent } from "~/use-cases/own-consent.builders";
import type { OwnConsent } from "~/use-cases/view-own-consent";
import { presentOwnConsent } from "./present";

const NOW = new Date("2026-03-14T10:00:00Z");
const view = (own: OwnConsent) =>
  presentOwnConsent(
    own,
    {
      customer: asCustomerId("cus-1"),
      bank: { name: "Northlight Bank", phone: "0800 555 0199" },
      now: NOW,
      lastHeard: { away: false },
    },
    enGB,
  );
const saidIn = (part: unknown) => withoutIsolates(JSON.stringify(part)).replaceAll("\u00a0", " ");

describe("D-20, D-21: the app", () => {
  const withApp = (over: Partial<NonNullable<OwnConsent["app"]>>) => {
    const { app, ...own } = anOwnConsent();
    return view({ ...own, app: { name: "Budget Beacon", at: NOW, isFresh: true, ...app, ...over } });
  };

  test("one that is no longer authorised is said to be", () => {
    expect(saidIn(withApp({ standing: "barred" }).notes)).toContain("is no longer allowed to do this");
    expect(saidIn(withApp({ standing: "active" }).notes)).not.toContain("no longer allowed");
  });

  test("A-06: one that the bank holds back is said to be, where that is about this consent and it goes on", () => {
    const held = (effect: "all-access" | "payments" | "new-consents", kind: ConsentKind, status?: "revoked") => {
      const denials = [{ clientId: asClientId("tpp-beacon"), effect }];
      return saidIn(view(anOwnConsent(kind, { denials, ...(status && { with: { status } }) })).notes);
    };
    expect(held("payments", "domestic-vrp")).toContain(
      "Northlight Bank has put payments with Budget Beacon on hold for everyone. It can’t pay from your accounts for now. What you agreed to stays as it is",
    );
    expect(held("all-access", "account-access")).toContain("It can’t see your accounts or make payments for now.");
    expect(held("all-access", "domestic-payment")).not.toContain("you can stop it at any time");
    expect(held("payments", "account-access")).not.toContain("on hold");
    expect(held("new-consents", "domestic-vrp")).not.toContain("on hold");
    expect(held("all-access", "account-access", "revoked")).not.toContain("on hold");
  });

  test("its policy is a link where it is plain, and says where that leads", () => {
    const { about } = withApp({ policy: "https://beacon.example/privacy" });
    const link = { label: "Its privacy policy", href: "https://beacon.example/privacy" };
    expect(about.links).toContainEqual({ ...link, opens: expect.stringContaining("beacon.example") });
    expect(withApp({ policy: "javascript:alert(1)" }).about.links.map(({ label }) => label)).not.toContain(link.label);
  });

  test("what its registration says is told, and where to look it up; what it does not say is not", () => {
    const { clientId: _, ...registered } = aRegisteredApp({
      contacts: ["help@beacon.example", "\u200b", "1", "2", "3"],
    });
    const { about } = withApp(registered);
    expect(about.items.map(({ label, value }) => saidIn([label, value]))).toEqual([
      '["Company behind this name","Beacon Money Ltd"]',
      '["Its registration","FCA number 731904"]',
      '["What it may do","See account information, start payments for you and ask if there is enough money"]',
      '["Its website","https://budget-beacon.example"]',
      '["How to reach it","help@beacon.example, 1 and 2"]',
    ]);
    expect(about.links.map(({ label, href }) => `${label}: ${href}`)).toEqual([
      "Look it up in the register: https://register.fca.org.uk/s/search?q=731904&type=Companies",
      "Its privacy policy: https://budget-beacon.example/privacy",
      "Its terms of use: https://budget-beacon.example/terms",
    ]);
    const bare = view({ ...anOwnConsent(), app: { name: "Budget Beacon", at: NOW, isFresh: true } });
    expect([bare.about.items, bare.about.links]).toEqual([[], []]);
  });

  test("whoever wants to complain is told where", () => {
    expect(saidIn(withApp({}).about.text)).toContain("call Northlight Bank on 0800 555 0199");
  });

  test("it is said since when this is known", () => {
    expect(saidIn(withApp({ isFresh: true }).about.asOf)).toContain("We checked this on 14 February 2026");
    expect(saidIn(withApp({ isFresh: false }).about.asOf)).toContain("We were told this on 14 February 2026");
  });
});
