export interface PainFile {
  readonly messageId: string;
  readonly createdAt: string;
  readonly initiator: string;
  readonly count: string;
  readonly sum: string;
  readonly executeOn: string;
  readonly debtorAccount: string | undefined;
  readonly rows: readonly PainRow[];
}

interface PainRow {
  readonly id: string;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly amount: string;
  readonly reference: string;
}

/** A customer credit transfer initiation, ISO 20022 pain.001.001.08, of one debtor and one day. */
export function painFile(file: PainFile): string {
  const numbers = element("NbOfTxs", file.count) + element("CtrlSum", file.sum);
  const initiator = element("Nm", text(file.initiator));
  const header =
    element("MsgId", file.messageId) + element("CreDtTm", file.createdAt) + numbers + element("InitgPty", initiator);
  const payments =
    element("PmtInfId", file.messageId) +
    element("PmtMtd", "TRF") +
    numbers +
    element("ReqdExctnDt", element("Dt", file.executeOn)) +
    element("Dbtr", initiator) +
    // The account is mandatory here and is the customer's to choose; the bank reads it where the intent names one.
    element("DbtrAcct", account(file.debtorAccount ?? "NOTPROVIDED")) +
    element("DbtrAgt", element("FinInstnId", element("Othr", element("Id", "NOTPROVIDED")))) +
    file.rows.map(transfer).join("");
  const namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.08";
  const document = element("CstmrCdtTrfInitn", element("GrpHdr", header) + element("PmtInf", payments));
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${namespace}">${document}</Document>`;
}

const transfer = (row: PainRow) =>
  element(
    "CdtTrfTxInf",
    element("PmtId", element("InstrId", row.id) + element("EndToEndId", row.id)) +
      element("Amt", `<InstdAmt Ccy="GBP">${row.amount}</InstdAmt>`) +
      element(
        "CdtrAgt",
        element("FinInstnId", element("ClrSysMmbId", element("MmbId", row.payeeAccount.slice(0, 6)))),
      ) +
      element("Cdtr", element("Nm", text(row.payeeName))) +
      element("CdtrAcct", account(row.payeeAccount)) +
      element("RmtInf", element("Ustrd", text(row.reference))),
  );

const account = (number: string) => element("Id", element("Othr", element("Id", number)));

const element = (name: string, inner: string) => `<${name}>${inner}</${name}>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const text = (value: string) => value.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
