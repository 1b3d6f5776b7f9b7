import type { FilePayment, FileRow } from "~/domain/consent-kinds/file-payment";
import { isolated, leftToRight, withoutIsolates } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { formatsFor } from "~/i18n/formats";
import type { Words } from "~/i18n/words";
import type { FilePaymentView, FileRowView } from "../consent-kinds/file-payment-view";
import type { Fact } from "../facts-view";
import { nicknameOf } from "../present-account";
import { unbroken } from "../present-frame";
import type { Stop } from "../stop";
import type { KindOfQuestion } from "./kind-of-question";
import { presentAccountChoice } from "./present-account-choice";
import type { PresentContext } from "./present-context";
import { cannotBeDone, stopWithoutAccount } from "./present-payment";
import { presentCharges, presentPayeeAccount, totalLeaving } from "./present-payment-facts";

/** Many payments in one file: how many, what they come to, and the first of them one by one (P-19). */
export function presentFilePayment(file: FilePayment, context: PresentContext): KindOfQuestion | Stop {
  const { app, words, offered, request, bank } = context;
  const { filePayment: own, domesticPayment: payment } = words;
  const { count, totals } = file.content;
  const { money, list } = formatsFor(words.locale);
  const locked = file.debtor !== undefined;
  const accounts = presentAccountChoice(context, {
    choice: locked ? "locked" : "one",
    title: locked ? payment.locked : payment.choose,
    hint: locked ? payment.lockedHint(app) : payment.chooseHint,
    unavailableTitle: own.unavailable,
    joint: payment.joint,
    withBalance: true,
    notesOf: ({ balance }) =>
      totals.some(({ currency, minor }) => currency === balance.currency && balance.minor < minor)
        ? [own.lowFunds]
        : [],
  });
  const from = offered.find(({ unavailable }) => unavailable === undefined);
  if (!from) return stopWithoutAccount(file, request.requester.name ?? "", offered);

  const amount = list(totals.map(money));
  const payments = own.payments(count);
  const on = file.executeOn && formatsFor(words.locale).date(file.executeOn);
  const day = on ? [own.leaveOn(on)] : [];
  const account = locked ? nicknameOf(from.account, words) : undefined;
  // PSR 2017 reg. 83(4).
  const afterwards = file.executeOn
    ? words.scheduledPayment.afterwardsOfMany(isolated(bank.name), isolated(unbroken(bank.phone)))
    : own.afterwardsText;
  const subject: FilePaymentView = {
    kind: "file-payment",
    question:
      totals.length === 1
        ? { verb: payment.verb, amount, to: own.inPayments(count) }
        : { verb: own.make, amount: payments, to: own.fromFile },
    title: own.details,
    facts: presentFacts(file, context),
    rows: {
      title:
        count === file.content.firstRows.length ? own.allRows : own.firstRows(formatsFor(words.locale).count(count)),
      payee: payment.payee,
      amount: payment.amount,
      items: file.content.firstRows.map((row) => presentRow(row, words)),
      ...(request.fileReadable && { download: own.download.link }),
    },
    cannot: cannotBeDone(words.lasting.cannot(app), own.cannotDo),
  };
  return {
    title: totals.length === 1 ? own.questionOfSum(amount, own.inPayments(count)) : own.question(payments),
    alone: day,
    between: payment.between,
    appRole: own.appRole,
    ...(accounts.error ? { error: accounts.error } : {}),
    view: {
      subject,
      accounts: accounts.view,
      summary: [
        account ? own.summaryLocked(app, payments, amount, account) : own.summary(app, payments, amount),
        ...day,
      ].join(" "),
      afterwards: { title: payment.afterwards, text: afterwards },
      allow: on === undefined ? own.allow(amount) : words.scheduledPayment.allow(amount, on),
      refuse: payment.refuse,
    },
  };
}

function presentFacts({ content, charges, fileReference, executeOn }: FilePayment, context: PresentContext) {
  const { app, words } = context;
  const { filePayment: own, domesticPayment: payment } = words;
  const { money, currency, date } = formatsFor(words.locale);
  const reference = plainText(fileReference);
  const [sum, another] = content.totals;
  const leaving = sum && !another ? totalLeaving(sum, charges) : undefined;
  const facts: readonly Fact[] = [
    { id: "count", label: own.count, value: formatsFor(words.locale).count(content.count) },
    ...content.totals.map(
      (total): Fact => ({
        id: "total",
        label: content.totals.length === 1 ? own.total : own.totalIn(currency(total.currency)),
        value: money(total),
      }),
    ),
    // An account is in one of them: the money for the others is changed.
    ...(another ? [{ id: "rate" as const, label: words.crossBorder.rate, value: words.crossBorder.unknown }] : []),
    ...presentCharges(charges, words),
    ...(leaving ? [{ id: "total" as const, label: payment.total, value: money(leaving) }] : []),
    ...(reference ? [{ id: "reference" as const, label: own.reference, value: isolated(reference) }] : []),
    { id: "when", label: payment.when, value: executeOn ? own.when(date(executeOn)) : payment.now },
    { id: "check", label: own.check, value: own.checked(app) },
  ];
  return facts;
}

/** In full, as a payee is everywhere: these are held against the customer's own list. */
function presentRow({ payee, amount, reference }: FileRow, words: Words): FileRowView {
  const numbers = presentPayeeAccount(payee, words);
  const account = numbers.map(({ value }) => value).join(" ");
  const text = plainText(reference);
  return {
    payee: isolated(plainText(payee.name) ?? ""),
    // Sort code and number are one, and keep their order in every language.
    account: numbers.length > 1 ? leftToRight(withoutIsolates(account)) : account,
    spokenAccount: numbers.map(({ value, spoken }) => spoken ?? value).join(" "),
    ...(text !== undefined && { reference: words.filePayment.rowReference(isolated(text)) }),
    amount: formatsFor(words.locale).money(amount),
  };
}
