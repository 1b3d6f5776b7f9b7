import { SaxesParser } from "saxes";
import { unitsOf } from "../decimal.ts";
import { controlSumOf, type FileRow } from "./file-rows.ts";
import { allRows } from "./payment-row.ts";

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.08";
const PAYMENT = "Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf";
const HEADER = "Document/CstmrCdtTrfInitn/GrpHdr";

/** Far deeper than the message is. */
const DEEPEST = 30;

/**
 * Credit transfers of an ISO 20022 customer initiation (pain.001.001.08). Whatever it says twice makes it none, and so does
 * a header that announces others.
 */
export function readPain001(bytes: Uint8Array): readonly FileRow[] | undefined {
  const path: string[] = [];
  /** Of each open element, whether there are others in it: then it has no text. */
  const holders: boolean[] = [];
  const header = new Map<string, string>();
  const payments: Map<string, string>[] = [];
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  const inPayment = () => path.join("/").startsWith(`${PAYMENT}/`);
  const put = (into: Map<string, string> | undefined, name: string, value: string) => {
    if (into?.has(name)) throw new NotReadable();
    into?.set(name, value);
  };
  parser.on("error", () => {
    throw new NotReadable();
  });
  // A message has no document type: with one, a file could stand for another one, or for far more than it is.
  parser.on("doctype", () => {
    throw new NotReadable();
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (text.trim() !== "") throw new NotReadable();
    if (holders.length > 0) holders[holders.length - 1] = true;
    holders.push(false);
    path.push(local);
    text = "";
    if (uri !== NAMESPACE || path.length > DEEPEST) throw new NotReadable();
    if (path.join("/") === PAYMENT) payments.push(new Map());
    const currency = attributes["Ccy"];
    if (inPayment() && currency) put(payments.at(-1), `${below(path)}@Ccy`, String(currency.value));
  });
  const more = (part: string) => {
    text += part;
  };
  parser.on("text", more);
  parser.on("cdata", more);
  parser.on("closetag", () => {
    const said = text.trim();
    const isHolder = holders.pop();
    if (said !== "" && isHolder) throw new NotReadable();
    if (said !== "" && inPayment()) put(payments.at(-1), below(path), said);
    if (said !== "" && path.slice(0, -1).join("/") === HEADER) put(header, path.at(-1) ?? "", said);
    text = "";
    path.pop();
  });
  try {
    parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  } catch {
    return undefined;
  }
  const rows = allRows(payments.map(payment));
  return rows && announces(header, rows) ? rows : undefined;
}

/** Whether the header's own count and sum, where it has them, are those of the payments. */
function announces(header: ReadonlyMap<string, string>, rows: readonly FileRow[]): boolean {
  const [count = String(rows.length), sum] = [header.get("NbOfTxs"), header.get("CtrlSum")];
  if (!/^\d{1,15}$/.test(count) || Number(count) !== rows.length) return false;
  return sum === undefined || (/^\d{1,18}(\.\d{1,5}0*)?$/.test(sum) && unitsOf(shortest(sum)) === controlSumOf(rows));
}

const shortest = (decimal: string) => decimal.replace(/(\.\d{5})0+$/, "$1");

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
