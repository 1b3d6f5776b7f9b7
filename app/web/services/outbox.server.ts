import type { Database } from "#db/client.server";
import { createConsentRegister } from "#db/queries/consent-projection-register";
import { createOutbox } from "#db/queries/outbox";
import { createReminders } from "#db/queries/reminders";
import { createCallback } from "~/adapters/callback/callback.server";
import type { CallbackGuard } from "~/adapters/callback/callback-guard.server";
import { createSmtpMail } from "~/adapters/mail/smtp.server";
import { createWebhook } from "~/adapters/webhook/webhook.server";
import type { Notice } from "~/domain/notifications/notice";
import { retrySchedule } from "~/domain/notifications/retry-schedule";
import type { Env } from "~/env.server";
import { noticeText } from "~/i18n/notice-text";
import { addressEvents } from "~/jobs/address-events";
import { deliverMail } from "~/jobs/deliver-mail";
import { deliverToAnalytics } from "~/jobs/deliver-to-analytics";
import { deliverToTpps } from "~/jobs/deliver-to-tpps";
import { giveUpDeliveries } from "~/jobs/give-up-deliveries";
import type { Job } from "~/jobs/job";
import { remindOfEnds } from "~/jobs/remind-of-ends";
import type { Bank } from "~/ports/bank";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly settings: Env;
  readonly db: Database;
  readonly bank: Bank;
  readonly signer: Signer;
  readonly guard: CallbackGuard;
  /** What is in the file that a setting names; undefined when it is unset. */
  fileOf(setting: "CALLBACK_CA" | "ANALYTICS_CA"): string | undefined;
}

/**
 * Everyone who hears of a change, wired by hand. Who has no address in the settings is written nothing, so that nothing
 * waits for them.
 *
 * @throws Error naming the setting that is missing.
 */
export function wireOutbox({ settings, db, bank, signer, guard, fileOf }: Needs) {
  const { SMTP_URL, MAIL_FROM, ANALYTICS_URL } = settings;
  const outbox = createOutbox(db, retrySchedule(settings.OUTBOX_TIME_FACTOR));
  const reach = {
    issuer: settings.PUBLIC_ORIGIN,
    resourceBaseUrl: settings.RESOURCE_BASE_URL,
    mail: SMTP_URL !== undefined,
    analytics: ANALYTICS_URL !== undefined,
  };
  const callbackAuthority = fileOf("CALLBACK_CA");
  const callback = createCallback({ guard, ...(callbackAuthority && { authority: callbackAuthority }) });
  const jobs: Job[] = [
    addressEvents({ outbox, reach, sign: signer.sign }),
    deliverToTpps({ outbox, callback }),
    giveUpDeliveries({ outbox }),
    remindOfEnds({ reminders: createReminders(db) }),
  ];
  const senders: { close(): Promise<void> }[] = [callback];

  if (SMTP_URL !== undefined) {
    if (MAIL_FROM === undefined) throw new Error("MAIL_FROM is missing: mail needs a sender");
    const mail = createSmtpMail({ url: SMTP_URL, from: MAIL_FROM, requireTls: settings.ASSENT_MODE === "production" });
    const named = { name: settings.brand.name, phone: settings.brand.phone };
    const compose = (notice: Notice, locale?: string) => noticeText(notice, locale, named);
    jobs.push(deliverMail({ outbox, bank, register: createConsentRegister(db), mail, compose }));
    senders.push(mail);
  }
  if (ANALYTICS_URL !== undefined) {
    const authority = fileOf("ANALYTICS_CA");
    const analytics = createWebhook({ url: ANALYTICS_URL, ...(authority && { authority }) });
    jobs.push(deliverToAnalytics({ outbox, analytics }));
    senders.push(analytics);
  }
  return {
    jobs: jobs as readonly Job[],
    close: async () => {
      await Promise.all(senders.map((sender) => sender.close()));
    },
  };
}
