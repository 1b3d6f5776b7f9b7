import { describe, expect, test } from "vitest";
import { aConsentRequest } from "~/domain/consent/builders";
import { aFilePayment } from "~/domain/consent-kinds/builders";
import type { FileRow } from "~/domain/consent-kinds/file-payment";
import { asConsentId, asCustomerId } from "~/domain/shared/ids";
import { aConsentVisit } from "./consent-visit.harness";
import { readFile } from "./read-file";

const row = (at: number): FileRow => ({
  payee: { name: `Payee ${at}`, scheme: "sort-code-account-number", identification: `2040501111${1000 + at}` },
  amount: { minor: 100n, currency: "GBP" },
});
const ROWS = Array.from({ length: 12 }, (_, at) => row(at));
const subject = aFilePayment({
  content: { count: 12, totals: [{ minor: 1_200n, currency: "GBP" }], firstRows: ROWS.slice(0, 10) },
});

async function atAFile(file: readonly FileRow[] = ROWS, request = aConsentRequest({ subject })) {
  const visit = await aConsentVisit(request);
  visit.authorizationServer.file = file;
  return { ...visit, read: readFile(visit) };
}

describe("P-19: every payment of a file, for the visit that is asked about it", () => {
  test("all of them, in the file's order", async () => {
    const { visit, read } = await atAFile();
    expect(await read(visit)).toEqual(ROWS);
  });

  const [first = row(0), ...others] = ROWS;
  test.each([
    ["one is missing", ROWS.slice(0, 11)],
    ["one too many", [...ROWS, row(12)]],
    ["another sum", [...ROWS.slice(0, 11), { ...row(11), amount: { minor: 101n, currency: "GBP" } }]],
    ["another currency", [...ROWS.slice(0, 11), { ...row(11), amount: { minor: 100n, currency: "EUR" } }]],
    ["another payee than the page showed", [{ ...first, payee: { ...first.payee, name: "Payee 99" } }, ...others]],
    ["another account", [{ ...first, payee: { ...first.payee, identification: "20405011119999" } }, ...others]],
    ["another order", [...others.slice(0, 1), first, ...others.slice(1)]],
    ["none", []],
  ])("%s: it is no file that anybody is given", async (_, file) => {
    const { visit, read } = await atAFile(file);
    await expect(read(visit)).rejects.toMatchObject({ failure: "request-not-understood" });
  });

  test("nothing for another kind, nor where the authorization server gives none", async () => {
    const data = await atAFile(ROWS, aConsentRequest());
    expect(await data.read(data.visit)).toBeUndefined();
    const bare = await atAFile(ROWS, aConsentRequest({ subject, fileReadable: false }));
    expect(await bare.read(bare.visit)).toBeUndefined();
  });

  test("nothing once it was withdrawn; and never of another customer or consent than the visit is of", async () => {
    const { visit, read, authorizationServer, handoff } = await atAFile();
    for (const other of [{ customer: asCustomerId("cus-other") }, { consentId: asConsentId("fpc-other") }]) {
      await expect(read({ ...visit, ...other })).rejects.toMatchObject({ failure: "handoff-unknown" });
    }
    authorizationServer.withdraw(handoff);
    expect(await read(visit)).toBeUndefined();
  });
});
