import { createServer, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#db/testing.global";
import { start as startCatcher } from "../../../sandbox/mail/start.ts";
import { topologyFromEnv } from "../../../sandbox/topology.ts";
import { createSmtpMail } from "./smtp.server";

const TEXT = {
  locale: "en-GB",
  subject: "You connected Größe & Söhne",
  paragraphs: ["You allowed Größe & Söhne <b>bold</b> to see your accounts.", "If this was not you, call us."],
};
const MESSAGE = { id: "0190c2c0-0000-7000-8000-000000000001", to: "one@example.test", text: TEXT };
const never = () => new AbortController().signal;
const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

function mailTo(port: number, timeoutMs = 2_000, requireTls = false) {
  const mail = createSmtpMail({
    url: `smtp://localhost:${port}`,
    from: "Test Bank <no-reply@bank.test>",
    requireTls,
    timeoutMs,
  });
  running.push(mail.close);
  return mail;
}

describe("through the sandbox's catcher", () => {
  let catcher: { close(): Promise<void> };
  let smtp = 0;
  let page = "";
  beforeAll(async () => {
    const [smtpPort, mailbox] = [await freePort(), await freePort()];
    const topology = topologyFromEnv({ SMTP_PORT: String(smtpPort), MAILBOX_PORT: String(mailbox) });
    catcher = await startCatcher(topology);
    smtp = smtpPort;
    page = `http://127.0.0.1:${mailbox}`;
  });
  afterAll(() => catcher?.close());

  const read = async (path: string) => (await fetch(`${page}${path}`)).text();

  test("a mail arrives as it was written, and is read back through the page", async () => {
    expect(await mailTo(smtp).send(MESSAGE, never())).toEqual({ outcome: "delivered", code: 250 });
    const { mails } = JSON.parse(await read("/api/mails?to=one@example.test"));
    expect(mails[0]).toMatchObject({
      recipients: ["one@example.test"],
      from: "no-reply@bank.test",
      messageId: "<0190c2c0-0000-7000-8000-000000000001@bank.test>",
      subject: TEXT.subject,
      text: expect.stringContaining(TEXT.paragraphs.join("\n\n")),
    });
    expect(await read("/?to=one@example.test")).toContain("You connected Größe &amp; Söhne");
    expect(await read("/?to=two@example.test")).toContain("None yet.");
    const shown = await read(`/mails/${mails[0].number}`);
    expect(shown).toContain("Größe &amp; Söhne &lt;b&gt;bold&lt;/b&gt;");
    expect(shown).not.toContain("<b>");
    expect(await read(`/mails/${mails[0].number}/html`)).toContain("&lt;b&gt;bold&lt;/b&gt;");
  });

  test("it says which language it is in, and from which side that is read", async () => {
    await mailTo(smtp).send({ ...MESSAGE, to: "three@example.test", text: { ...TEXT, locale: "ar" } }, never());
    const { mails } = JSON.parse(await read("/api/mails?to=three@example.test"));
    expect(await read(`/mails/${mails[0].number}/html`)).toContain('<html lang="ar" dir="rtl">');
  });

  test("what was caught can do nothing on the page", async () => {
    const hostile = '"><script>alert(1)</script>';
    await mailTo(smtp).send({ ...MESSAGE, text: { ...TEXT, subject: hostile, paragraphs: [hostile] } }, never());
    const { mails } = JSON.parse(await read("/api/mails"));
    for (const path of ["/", `/mails/${mails[0].number}`]) expect(await read(path)).not.toContain("<script>");
    const html = await fetch(`${page}/mails/${mails[0].number}/html`);
    expect(html.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  });

  test("nobody else is written to by what stands in a field", async () => {
    const bcc = "Hello\r\nBcc: two@example.test\r\n\r\nBcc: two@example.test";
    await mailTo(smtp).send({ ...MESSAGE, text: { ...TEXT, subject: bcc } }, never());
    const { mails } = JSON.parse(await read("/api/mails"));
    expect(mails[0].recipients).toEqual(["one@example.test"]);
    expect(JSON.parse(await read("/api/mails?to=two@example.test")).mails).toEqual([]);
  });

  test("only the newest 500 are kept", async () => {
    const mail = mailTo(smtp, 20_000);
    await Promise.all(Array.from({ length: 520 }, () => mail.send(MESSAGE, never())));
    const { count, mails } = JSON.parse(await read("/api/mails"));
    expect(mails).toHaveLength(500);
    expect(mails[0].number).toBe(count);
    expect(count).toBeGreaterThanOrEqual(520);
  });
});

describe("a server that does not take it", () => {
  async function serverThat(options: SMTPServerOptions): Promise<number> {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], logger: false, ...options });
    const port = await freePort();
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    running.push(() => new Promise<void>((closed) => server.close(() => closed())));
    return port;
  }
  const says = (responseCode: number) => Object.assign(new Error("no such one@example.test"), { responseCode });

  test.each([
    [550, "refused"],
    [552, "refused"],
    [421, "failed"],
    [450, "failed"],
  ])("for the recipient, with %s", async (code, outcome) => {
    const port = await serverThat({ onRcptTo: (_address, _session, done) => done(says(code)) });
    const sent = await mailTo(port).send(MESSAGE, never());
    expect(sent).toEqual({ outcome, code, problem: `answered ${code}` });
  });

  test.each([
    [554, "refused"],
    [451, "failed"],
  ])("for what it says, with %s", async (code, outcome) => {
    const port = await serverThat({
      onData: (stream, _session, done) => stream.resume().on("end", () => done(says(code))),
    });
    expect(await mailTo(port).send(MESSAGE, never())).toEqual({ outcome, code, problem: `answered ${code}` });
  });

  test("because it wants another password: that is about all mail, and is mended", async () => {
    const port = await serverThat({ authOptional: false, onAuth: (_auth, _session, done) => done(says(535)) });
    expect(await mailTo(port).send(MESSAGE, never())).toMatchObject({ outcome: "failed" });
  });

  test("because it does not know the bank: that is about all mail too", async () => {
    const port = await serverThat({ onMailFrom: (_address, _session, done) => done(says(550)) });
    expect(await mailTo(port).send(MESSAGE, never())).toMatchObject({ outcome: "failed", code: 550 });
  });

  test("because nobody is there", async () => {
    expect(await mailTo(await freePort()).send(MESSAGE, never())).toMatchObject({ outcome: "failed" });
  });

  test("because it offers no encryption where we want it", async () => {
    const port = await serverThat({});
    expect(await mailTo(port, 2_000, true).send(MESSAGE, never())).toMatchObject({ outcome: "failed" });
  });

  async function silent(greeting: string): Promise<number> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.write(greeting);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    running.push(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    });
    return (server.address() as { port: number }).port;
  }

  test.each([
    ["at the greeting", ""],
    ["after it", "220 hello\r\n"],
  ])("because it falls silent %s: given up in time", async (_, greeting) => {
    const begun = performance.now();
    const sent = await mailTo(await silent(greeting), 300).send(MESSAGE, never());
    expect(sent).toMatchObject({ outcome: "failed" });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test("and a worker that stops does not wait for it", async () => {
    const stopping = new AbortController();
    const sending = mailTo(await silent("220 hello\r\n"), 20_000).send(MESSAGE, stopping.signal);
    stopping.abort();
    expect(await sending).toEqual({ outcome: "cut" });
  });
});
