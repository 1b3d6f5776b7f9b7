import { SMTPServer } from "smtp-server";
import { PORTS } from "../topology.ts";
import type { CaughtMails } from "./caught-mail.ts";

/** No notice comes near this. */
const LARGEST = 256 * 1_024;

/**
 * Takes every mail, on loopback, and passes none on.
 *
 * @throws Error naming the port and the variable that moves it when the port is taken.
 */
export async function listenForMail(
  port: number,
  mails: CaughtMails,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: "mail.localhost",
    banner: "keeps everything, delivers nothing",
    disabledCommands: ["AUTH", "STARTTLS"],
    size: LARGEST,
    logger: false,
    onData(stream, session, done) {
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("too large"), { responseCode: 552 }));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mails.keep(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`port ${port} (smtp) is taken; set ${PORTS.smtp.variable} to move it`) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  // A client that breaks off is no reason to stop.
  server.on("error", () => {});
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
