import { getRequestListener } from "@hono/node-server";
import { createLog, listen } from "../service.ts";
import type { Topology } from "../topology.ts";
import { createCaughtMails } from "./caught-mail.ts";
import { createMailbox } from "./mailbox.ts";
import { listenForMail } from "./smtp-listener.ts";

/** Starts the mail server that keeps everything, on `topology.ports.smtp`, and the page that shows it. */
export async function start(topology: Topology): Promise<{ close(): Promise<void> }> {
  const mails = createCaughtMails();
  const mailbox = createMailbox(mails, createLog("mail"));
  const smtp = await listenForMail(topology.ports.smtp, mails);
  const page = await listen("mailbox", topology.ports.mailbox, getRequestListener(mailbox.fetch));
  return {
    async close() {
      await Promise.all([smtp.close(), page.close()]);
    },
  };
}
