/**
 * Test builder: a message of ISO 20022 with the payments that it is given.
 *
 * @param says of them in its header; what is empty is left out.
 */
export const painFile = (payments: string, head = "", says: Readonly<Record<string, string>> = {}) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${head}
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.08"><CstmrCdtTrfInitn>
  <GrpHdr><MsgId>M-1</MsgId>${Object.entries(says)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("")}</GrpHdr>
  <PmtInf><PmtInfId>P-1</PmtInfId><PmtMtd>TRF</PmtMtd>${payments}</PmtInf>
</CstmrCdtTrfInitn></Document>`);

export const painPayment = (amount: string, account: string, further = "") => `
  <CdtTrfTxInf><PmtId><EndToEndId>E-1</EndToEndId></PmtId><Amt><InstdAmt Ccy="GBP">${amount}</InstdAmt></Amt>
    <CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>204050</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>
    <Cdtr><Nm>Harbour &amp; Sons</Nm></Cdtr><CdtrAcct><Id>${account}</Id></CdtrAcct>${further}</CdtTrfTxInf>`;

export const PAIN_FILE = painFile(
  painPayment("42.50", "<Othr><Id>20405012345678</Id></Othr>", "<RmtInf><Ustrd>Order 7781</Ustrd></RmtInf>") +
    painPayment("18.75", "<Othr><Id>12345678</Id></Othr>") +
    painPayment("0.10", "<IBAN>GB29NWBK60161331926819</IBAN>"),
  "",
  { NbOfTxs: "3", CtrlSum: "61.35" },
);
