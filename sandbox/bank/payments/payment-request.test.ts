import { expect, test } from "vitest";
import { payeeOf, readPaymentRequest } from "./payment-request.ts";

const read = (text: string) => {
  try {
    return readPaymentRequest("domestic_payment", new TextEncoder().encode(text));
  } catch (error) {
    const { detail } = error as { detail: { code: string; path?: string } };
    return [detail.code, detail.path];
  }
};

test.each([
  ["", ["Resource.InvalidFormat", undefined]],
  ["{", ["Resource.InvalidFormat", undefined]],
  ["null", ["Field.Invalid", "Data"]],
  ["[]", ["Field.Invalid", "Data"]],
  ["{}", ["Field.Missing", "Data"]],
  ['{"Data":{"ConsentId":"c","Initiation":{}}}', ["Field.Missing", "Risk"]],
  ['{"Data":{"Initiation":{}},"Risk":{}}', ["Field.Missing", "Data.ConsentId"]],
  ['{"Data":{"ConsentId":7,"Initiation":{}},"Risk":{}}', ["Field.Invalid", "Data.ConsentId"]],
  ['{"Data":{"ConsentId":"c","Initiation":[]},"Risk":{}}', ["Field.Invalid", "Data.Initiation"]],
  ['{"Data":{"ConsentId":"c","Initiation":{},"More":1},"Risk":{}}', ["Field.Unexpected", "Data"]],
  ['{"Data":{"ConsentId":"c","Initiation":{}},"Risk":{}}', { Data: { ConsentId: "c", Initiation: {} }, Risk: {} }],
])("%s", (text, expected) => expect(read(text)).toEqual(expected));

const initiation = {
  InstructedAmount: { Amount: "1.00", Currency: "GBP" },
  CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "GB00", Name: "Payee" },
};

test.each([
  [{ Reference: "INV 1", Unstructured: "note" }, "INV 1"],
  [{ Unstructured: "note" }, "note"],
  [{ Unstructured: ["first", "second"] }, "first"],
  [{}, "PAYMENT"],
  [undefined, "PAYMENT"],
])("the remittance information %j of either version gives the reference %s", (RemittanceInformation, reference) => {
  expect(payeeOf({ ...initiation, RemittanceInformation })?.reference).toBe(reference);
});

test("what names nobody to pay gives no payee", () => expect(payeeOf({ InstructedAmount: {} })).toBeUndefined());
