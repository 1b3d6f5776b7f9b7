import { FAMILY, traitsOf } from "~/domain/consent-kinds/index";
import type { LetterFact, LetterSection, ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import { isolated } from "~/domain/shared/isolated-text";
import { calendarSpan, formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import { presentEarlier } from "./present-before";
import { unbroken } from "./present-frame";
import { moneyIn, presentFile, presentFunds, presentVariablePayments } from "./present-receipt-kinds";

const SOON_DAYS = 2;

export interface ReceiptContext {
  /** See `shortCode`. */
  readonly code: string;
  /** Where anybody can check it; printed in full. */
  readonly checkAddress: string;
}

/** A receipt in words, from what is in it and from nothing else: page, paper and check page say the same. */
export function presentReceipt(
  record: ReceiptRecord,
  { code, checkAddress }: ReceiptContext,
  words: Words,
): ReceiptLetter {
  const own = words.receipt;
  const [bank, requester] = record.parties;
  const app = isolated(requester.party_name);
  const { ended_because } = record.decision;
  const { title } = ended_because ? own.ended : isWithdrawn(record) ? own.stopped : own;
  return {
    language: words.locale,
    documentTitle: words.frame.titleOf(title, bank.party_name),
    bank: isolated(bank.party_name),
    title,
    answer: `${answerOf(record, app, words)}${presentEarlier(record, words).said}`,
    sections: [
      presentAnswer(record, words),
      ...presentReport(record, words),
      ...presentAsked(record, app, words, own),
      ...presentChosen(record, own),
      ...presentStopping(record, app, words, own),
      {
        title: own.check,
        text: own.codeHint(isolated(checkAddress)),
        facts: [{ label: own.code, value: isolated(code) }],
      },
      presentRecord(record, own),
    ],
  };
}

type Own = Words["receipt"];

const isWithdrawn = ({ events: [event] }: ReceiptRecord) => event.event_state === "withdrawn";

const isGiven = ({ events: [event] }: ReceiptRecord) => event.event_state === "given";

function answerOf(record: ReceiptRecord, app: string, words: Words): string {
  const { kind, ended_because, signatures_required } = record.decision;
  if (ended_because) return words.stop.ended.happened[ended_because](app);
  if (isWithdrawn(record)) {
    const payment = traitsOf(kind).moves === "money";
    const bank = isolated(record.parties[0].party_name);
    return words.notices.kinds.stopped.what({ app, bank, byCustomer: true, payment });
  }
  if (signatures_required !== undefined) {
    return (traitsOf(kind).moves === "data" ? words.sharedTogether : words.signers).receipt(app);
  }
  return words.stop.decided.happened[FAMILY[kind]][isGiven(record) ? "allowed" : "refused"](app);
}

function presentAnswer(record: ReceiptRecord, words: Words) {
  const { receipt: own, factor } = words;
  const {
    parties: [, requester],
    events: [event],
    processing: [how],
    decision: { ended_because, confirmed_with },
  } = record;
  const asAnswered = { answer: own.yourAnswer, on: own.answeredOn };
  const said = ended_because ? own.ended : isWithdrawn(record) ? own.stopped : asAnswered;
  return {
    title: said.answer,
    facts: [
      {
        label: said.on,
        value: formatsFor(how.language).stamp(new Date(event.event_time)),
      },
      ...(confirmed_with ? [{ label: factor.receipt.label, value: factor.receipt[confirmed_with] }] : []),
      ...presentEarlier(record, words).facts,
      { label: own.app, value: isolated(requester.party_name) },
      { label: own.registration, value: isolated(requester.party_address) },
      { label: own.website, value: isolated(requester.party_contact) },
    ],
  };
}

/** What the customer reported, under the one reference that page, mail and fraud team have for it (P-32). */
function presentReport({ decision: { report_reference } }: ReceiptRecord, words: Words): readonly LetterSection[] {
  if (report_reference === undefined) return [];
  const { report, reportText } = words.receipt;
  return [
    {
      title: report,
      text: reportText,
      facts: [{ label: words.reported.reference, value: isolated(report_reference) }],
    },
  ];
}

function presentAsked(record: ReceiptRecord, app: string, words: Words, own: Own): readonly LetterSection[] {
  const { access, payment, variable_payments, file, funds } = record.decision;
  const isOver = isWithdrawn(record);
  const allowed = isGiven(record) || isOver;
  if (access) {
    const items = record.processing[0].pii_information.map((line) => line.pii_type);
    const facts = [
      { label: own.pastShown, value: historyIn(access, words) },
      // How long it was to last is over with it.
      ...(isOver ? [] : [{ label: own.howLong, value: lastingIn(access, record.events[0].event_time, words) }]),
    ];
    const could = isOver ? words.connectionDetail.couldSee(app) : own.canSee(app);
    return [{ title: allowed ? could : own.askedToSee(app), items, facts }];
  }
  if (payment) {
    const facts = [
      { label: own.amount, value: moneyIn(payment, words) },
      { label: own.payee, value: isolated(payment.payee_name) },
      { label: own.payeeAccount, value: isolated(payment.payee_account) },
      ...(payment.reference === undefined ? [] : [{ label: own.reference, value: isolated(payment.reference) }]),
      ...(payment.terms ?? []).map(({ label, value }) => ({ label, value: isolated(value) })),
      ...(payment.charges ?? []).map((charge) => ({
        label: words.domesticPayment.charge[charge.bearer],
        value: moneyIn(charge, words),
      })),
    ];
    return [{ title: allowed ? own.payment : own.paymentRefused, facts }];
  }
  const answeredAt = new Date(record.events[0].event_time);
  const title = (given: string) => (allowed ? given : own.askedFor(app));
  if (variable_payments) {
    return [presentVariablePayments(variable_payments, title(words.domesticVrp.limits), answeredAt, app, words)];
  }
  if (file) return [presentFile(file, title(words.filePayment.details), words)];
  if (funds) return [presentFunds(funds, title(words.fundsConfirmation.details), answeredAt, words)];
  return isOver ? [] : [{ title: own.askedToSee(app), text: own.noDetails }];
}

type Access = NonNullable<ReceiptRecord["decision"]["access"]>;

function historyIn({ history_from, history_to }: Access, words: Words): string {
  const { date } = formatsFor(words.locale);
  const own = words.accountAccess.history;
  const [from, to] = [history_from, history_to].map((end) => end && date(new Date(end)));
  if (from && to) return own.between(from, to);
  if (from) return own.since(from);
  return to ? own.until(to) : own.all;
}

/** As on the page that was answered: sharing that ends within two days ends at an hour, not on a day. */
function lastingIn({ ends_at }: Access, answeredAt: string, words: Words): string {
  const { until, openEnded } = words.accountAccess;
  if (ends_at === undefined) return openEnded;
  const end = new Date(ends_at);
  const formats = formatsFor(words.locale);
  return until(calendarSpan(new Date(answeredAt), end).days < SOON_DAYS ? formats.moment(end) : formats.date(end));
}

function presentChosen({ decision: { accounts } }: ReceiptRecord, own: Own): readonly LetterSection[] {
  if (accounts.length === 0) return [];
  const items = accounts.map(({ name, kind, number }) => own.account(isolated(name), kind, isolated(number)));
  return [{ title: own.accounts(accounts.length), items }];
}

function presentStopping(record: ReceiptRecord, app: string, words: Words, own: Own): readonly LetterSection[] {
  if (isWithdrawn(record))
    return [{ title: words.connectionDetail.resume, text: record.processing[0].withdrawal_method }];
  if (!isGiven(record)) return [];
  const { kind } = record.decision;
  const [{ party_name, party_contact }] = record.parties;
  const [bank, phone] = [isolated(party_name), isolated(unbroken(party_contact))];
  if (traitsOf(kind).lasts) return [{ title: own.stop, text: words.accountAccess.afterwardsText(app, bank, phone) }];
  const isRepeated = FAMILY[kind] === "standing-order";
  const text = isRepeated ? words.standingOrder.afterwardsText(bank, phone) : record.processing[0].withdrawal_method;
  return [{ title: own.stop, text }];
}

function presentRecord(record: ReceiptRecord, own: Own): LetterSection {
  const [bank] = record.parties;
  const [how] = record.processing;
  const regions = new Intl.DisplayNames(how.language, { type: "region" });
  const named = (country: string) => isolated(regions.of(country) ?? country);
  const years = Number(/^P(\d+)Y$/.exec(how.retention_period)?.[1]);
  const facts: LetterFact[] = [
    { label: own.bank, value: isolated(bank.party_name) },
    { label: own.address, value: isolated(bank.party_address) },
    { label: own.phone, value: isolated(unbroken(bank.party_contact)) },
    { label: own.privacy, value: isolated(how.privacy_notice) },
    { label: own.basis, value: how.lawful_basis },
    { label: own.kept, value: own.years(years) },
    { label: own.where, value: formatsFor(how.language).enumeration(how.storage_locations.map(named)) },
    { label: own.law, value: named(how.jurisdiction) },
    { label: own.receiptId, value: isolated(record.receipt_id) },
    { label: own.consentId, value: isolated(record.record_id) },
    { label: own.customerRef, value: isolated(record.pii_principal_id) },
  ];
  const shown = record.evidence && [
    { label: own.words, value: isolated(record.evidence.catalogue_version) },
    { label: own.shown, value: isolated(record.evidence.shown_hash) },
    { label: own.asked, value: isolated(record.evidence.payload_hash) },
  ];
  return { title: own.record, facts: [...facts, ...(shown ?? [])] };
}
