import { expect, test } from "vitest";
import { aConsentRequest, aDomesticPayment, anOffer } from "~/domain/consent/builders";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asClientId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { CATALOGUES } from "~/i18n/catalogues";
import { composeReceipt } from "./compose-receipt";

const BANK = {
  name: "Northlight Bank",
  phone: "0800 555 0199",
  address: "1 Harbour Square, Leeds LS1 1AA",
  privacyNotice: "https://bank.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
};

const recordWith = (text: string) => {
  const request = aConsentRequest({
    requester: { clientId: asClientId("c"), name: text, organisationId: text, website: text, purpose: text },
    subject: aDomesticPayment({
      payee: { name: text, scheme: "other", identification: text },
      reference: text,
    }),
  });
  const page = aShownPage({ request, offered: [anOffer({ nickname: text })] });
  return composeReceipt(BANK, CATALOGUES["en-GB"])(aReceiptFacts({ page, kind: "domestic-payment" }));
};

test("S12: the record in a receipt has what others wrote as text alone, and in the fields that are theirs", () => {
  const keysOf = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]))
      : typeof value;
  const own = JSON.stringify(keysOf(recordWith("Budget Beacon")));
  for (const text of HOSTILE_CORPUS) {
    const record = recordWith(text);
    const json = JSON.stringify(record);
    expect(json).not.toMatch(/\\u00[01]|\\u[dD][89a-fA-F]|[\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\u2028\u2029]/);
    expect(json).not.toMatch(/\\[nrtbf]/);
    if (plainText(text)) expect(JSON.stringify(keysOf(record)), json.slice(0, 3000)).toBe(own);
  }
});
