import { describe, expect, test } from "vitest";
import { aRegisteredApp } from "./builders";
import {
  type AppCertificate,
  certificateWatch,
  compareRegistration,
  firstEnd,
  type RegisterStatement,
  registerChanges,
  registeredStanding,
} from "./registration";

const NOW = new Date("2026-03-14T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const aCertificate = (over: Partial<AppCertificate> = {}): AppCertificate => ({
  use: "transport",
  thumbprint: "t-1",
  subject: "CN=tpp-beacon",
  notBefore: inDays(-100),
  notAfter: inDays(100),
  ...over,
});
const aStatement = (over: Partial<RegisterStatement> = {}): RegisterStatement => ({
  ...aRegisteredApp(),
  standing: "active",
  certificates: [aCertificate()],
  signedAt: NOW,
  ...over,
});

describe("A-24: when a certificate ends", () => {
  test.each([
    [31, undefined],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 1],
    [0.5, 1],
    [0, 0],
    [-3, 0],
  ])("in %d days: told of day %s", (days, day) => expect(certificateWatch(inDays(days), NOW)).toBe(day));

  test("none, no watch", () => expect(certificateWatch(undefined, NOW)).toBeUndefined());

  test("an old one that has its successor does not count, and one that is not begun is none", () => {
    const certificates = [
      aCertificate({ thumbprint: "old", notAfter: inDays(2) }),
      aCertificate({ thumbprint: "new", notAfter: inDays(200) }),
      aCertificate({ use: "signing", thumbprint: "s", notAfter: inDays(50) }),
      aCertificate({ use: "signing", thumbprint: "later", notBefore: inDays(10), notAfter: inDays(400) }),
    ];
    expect(firstEnd(certificates, NOW)).toEqual(inDays(50));
    expect(firstEnd([], NOW)).toBeUndefined();
  });
});

describe("A-05: what the register says otherwise than before", () => {
  test("the first time: that it is there", () => {
    expect(registerChanges(undefined, aStatement())).toEqual([{ what: "listed", after: "active" }]);
  });

  test("nothing, when only the signature is newer or the order is another", () => {
    const roles = ["payment-initiation", "account-information"] as const;
    expect(
      registerChanges(aStatement({ roles }), aStatement({ roles: [...roles].reverse(), signedAt: inDays(1) })),
    ).toEqual([]);
  });

  test("its standing, roles and certificates", () => {
    const after = aStatement({
      standing: "barred",
      roles: ["account-information"],
      certificates: [aCertificate({ thumbprint: "t-2", use: "signing" })],
    });
    expect(registerChanges(aStatement(), after)).toEqual([
      { what: "standing", before: "active", after: "barred" },
      {
        what: "roles",
        before: "account-information, funds-confirmation, payment-initiation",
        after: "account-information",
      },
      { what: "certificate-new", after: "signing, until 2026-06-22" },
      { what: "certificate-gone", before: "transport, until 2026-06-22" },
    ]);
  });
});

test("A-05: what the authorization server has is held against it; what only one of them knows is no difference", () => {
  const { website: _, ...authority } = aRegisteredApp({ roles: ["account-information"], name: "Budget Beacon Ltd" });
  const differing = compareRegistration({ register: aStatement(), authority }).filter(({ differs }) => differs);
  expect(differing.map(({ field }) => field)).toEqual(["name", "roles"]);
});

test("A-05: one that the last whole reading did not name is in the register no more", () => {
  const register = aStatement();
  expect(registeredStanding({ register, inRegisterAt: NOW }, NOW)).toBe("active");
  expect(registeredStanding({ register, inRegisterAt: inDays(-1) }, NOW)).toBe("unlisted");
  expect(registeredStanding({ register: aStatement({ standing: "barred" }), inRegisterAt: inDays(-1) }, NOW)).toBe(
    "barred",
  );
  expect(registeredStanding({}, NOW)).toBe("unlisted");
});
