import type { Notice } from "~/domain/notifications/notice";
import { asCustomerId } from "~/domain/shared/ids";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ConsentRegister } from "~/ports/consent-register";
import type { Delivery } from "~/ports/delivery";
import type { MailMessage } from "~/ports/mail";
import type { Messenger } from "~/ports/messenger";
import type { Outbox } from "~/ports/outbox";
import { deliverWaiting } from "./deliver-waiting";
import type { Job } from "./job";

interface Needs {
  readonly outbox: Outbox;
  readonly bank: Pick<Bank, "contactOf" | "accountsOf">;
  readonly register: Pick<ConsentRegister, "find">;
  readonly mail: Messenger<MailMessage>;
  /** Puts a notice into words, in the customer's language where we have it. */
  compose(notice: Notice, locale: string | undefined): MailMessage["text"];
}

/** Mails customers what changed. Their address is asked for when it is used, and kept nowhere. */
export const deliverMail = ({ outbox, ...needs }: Needs): Job => ({
  name: "deliver-mail",
  everyMs: 1_000,
  round: (signal) => deliverWaiting("e-mail", 16, { outbox, messenger: mailToCustomer(needs) }, signal),
});

const mailToCustomer = ({ bank, register, mail, compose }: Omit<Needs, "outbox">): Messenger => ({
  async send(delivery, signal) {
    const notice = JSON.parse(delivery.body) as Notice;
    if (notice.what === "ends-soon" && !(await stillEnds(delivery, notice, register))) {
      return { outcome: "skipped", problem: "it goes on no longer, or until another day" };
    }
    const shielded = notice.what === "signature-asked" && (await isShielded(delivery, bank));
    if (shielded === "unknown") return { outcome: "failed", problem: "the bank did not say whether it may be sent" };
    if (shielded) return { outcome: "skipped", problem: "nothing that others caused is sent to this customer" };
    const contact = await contactFor(delivery, bank);
    if (contact === "unknown") return { outcome: "failed", problem: "the bank did not say where to" };
    if (contact?.email === undefined) return { outcome: "skipped", problem: "the customer has no e-mail address" };
    const text = compose(notice, contact.locale);
    return mail.send({ id: delivery.id, to: contact.email, text }, signal);
  },
});

/** A reminder may have waited for the morning, and what it is of may have been stopped or renewed in the night. */
async function stillEnds({ recipient, consentId }: Delivery, { endsAt }: Notice, register: Needs["register"]) {
  const consent = await register.find(consentId, { customer: asCustomerId(recipient) });
  return consent?.status === "authorised" && consent.expiresAt?.toISOString() === endsAt;
}

/** Whether the bank wants them to get no mail that another holder caused (P-31): they find it in their own pages. */
async function isShielded({ recipient, correlationId }: Delivery, bank: Needs["bank"]): Promise<boolean | "unknown"> {
  const customer = asCustomerId(recipient);
  const accounts = await bank.accountsOf(customer, { correlationId }).catch((error: unknown) => {
    if (error instanceof BankUnavailable) return undefined;
    throw error;
  });
  return accounts?.some(({ mandate }) => mandate?.vulnerable.includes(customer)) ?? "unknown";
}

async function contactFor({ recipient, correlationId }: Delivery, bank: Needs["bank"]) {
  try {
    return await bank.contactOf(asCustomerId(recipient), { correlationId });
  } catch (error) {
    if (error instanceof BankUnavailable) return "unknown";
    throw error;
  }
}
