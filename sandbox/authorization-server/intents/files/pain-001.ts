import { SaxesParser } from "saxes";
import type { FileRow } from "./file-rows.ts";
import { allRows } from "./payment-row.ts";

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.08";
const PAYMENT = "Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf";

/** Far deeper than the message is. */
const DEEPEST = 30;

/** Credit transfers of an ISO 20022 customer initiation (pain.001.001.08). Whatever it says twice makes it none. */
export function readPain001(bytes: Uint8Array): readonly FileRow[] | undefined {
  const path: string[] = [];
  const payments: Map<string, string>[] = [];
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  const inPayment = () => path.join("/").startsWith(`${PAYMENT}/`);
  const put = (name: string, value: string) => {
    const payment = payments.at(-1);
    if (payment?.has(name)) throw new NotReadable();
    payment?.set(name, value);
  };
  parser.on("error", () => {
    throw new NotReadable();
  });
  // A message has no document type: with one, a file could stand for another one, or for far more than it is.
  parser.on("doctype", () => {
    throw new NotReadable();
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    path.push(local);
    text = "";
    if (uri !== NAMESPACE || path.length > DEEPEST) throw new NotReadable();
    if (path.join("/") === PAYMENT) payments.push(new Map());
    const currency = attributes["Ccy"];
    if (inPayment() && currency) put(`${below(path)}@Ccy`, String(currency.value));
  });
  const more = (part: string) => {
    text += part;
  };
  parser.on("text", more);
  parser.on("cdata", more);
  parser.on("closetag", () => {
    if (inPayment() && text.trim() !== "") put(below(path), text.trim());
    text = "";
    path.pop();
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch {
    return undefined;
  }
  return allRows(payments.map(payment));
}

class NotReadable extends Error {}

/** Where in its payment an element stands. */
const below = (path: readonly string[]) => path.slice(PAYMENT.split("/").length).join("/");

function payment(said: ReadonlyMap<string, string>): unknown {
  const iban = said.get("CdtrAcct/Id/IBAN");
  const number = said.get("CdtrAcct/Id/Othr/Id");
  const sortCode = said.get("CdtrAgt/FinInstnId/ClrSysMmbId/MmbId");
  // Eight digits are an account number alone; the sort code is its bank's.
  const domestic = number?.length === 8 && sortCode?.length === 6 ? sortCode + number : number;
  const reference = said.get("RmtInf/Strd/CdtrRefInf/Ref") ?? said.get("RmtInf/Ustrd");
  return {
    InstructedAmount: { Amount: said.get("Amt/InstdAmt"), Currency: said.get("Amt/InstdAmt@Ccy") },
    CreditorAccount: {
      SchemeName: iban ? "UK.OBIE.IBAN" : "UK.OBIE.SortCodeAccountNumber",
      Identification: iban ?? domestic,
      Name: said.get("Cdtr/Nm"),
    },
    ...(reference && { Reference: reference }),
  };
}
