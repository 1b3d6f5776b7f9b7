import { createServer } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { AddressRefused } from "../post.server";
import { createCallbackGuard } from "./callback-guard.server";

/** Where each name leads; every other name leads to a public address. */
const ZONE: Readonly<Record<string, readonly string[]>> = {
  "loopback.tpp.com": ["127.0.0.1"],
  "private.tpp.com": ["10.0.0.8"],
  "metadata.tpp.com": ["169.254.169.254"],
  "mixed.tpp.com": ["93.184.216.34", "192.168.1.1"],
  "v6.tpp.com": ["fd12:3456::1"],
  "mapped.tpp.com": ["::ffff:10.0.0.8"],
  "nothing.tpp.com": [],
  "rubbish.tpp.com": ["not an address"],
};
const resolve = async (host: string) => ZONE[host] ?? ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"];
const guard = createCallbackGuard({ allowedHosts: [], resolve });

describe("S17: an address that a TPP can set is refused", () => {
  test.each([
    "http://tpp.com/events",
    "ftp://tpp.com/events",
    "file:///etc/passwd",
    "//tpp.com/events",
    "tpp.com/events",
    "",
    "https://",
    "https://user@tpp.com/",
    "https://user:secret@tpp.com/",
    "https://tpp.com@127.0.0.1/",
    "https://tpp.com/#there",
    "https://tpp.com:22/",
    "https://tpp.com:80/",
    "https://tpp.com:1023/",
    "https://tpp.com:65536/",
    // Version 4, in every spelling that a URL knows.
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.0.1./",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://0.0.0.0/",
    "https://0/",
    "https://0.1.2.3/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/",
    "https://192.0.0.192/",
    "https://192.0.2.1/",
    "https://198.18.0.1/",
    "https://198.51.100.1/",
    "https://203.0.113.1/",
    "https://224.0.0.1/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    // Version 6.
    "https://[::1]/",
    "https://[::]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[::ffff:93.184.216.34]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001::1]/",
    "https://[2001:db8::1]/",
    "https://[fc00::1]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://[fe80::1%25eth0]/",
    "https://[fe80::1%eth0]/",
    "https://[fec0::1]/",
    "https://[ff02::1]/",
    // Names.
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://a.localhost/",
    "https://ⓛocalhost/",
    "https://intranet/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://metadata.google.internal./",
    "https://router.home.arpa/",
    "https://hidden.onion/",
    "https://a..tpp.com/",
    "https://loopback.tpp.com/",
    "https://LoopBack.TPP.com./",
    "https://private.tpp.com/",
    "https://metadata.tpp.com/",
    "https://mixed.tpp.com/",
    "https://v6.tpp.com/",
    "https://mapped.tpp.com/",
    "https://nothing.tpp.com/",
    "https://rubbish.tpp.com/",
  ])("%s", async (url) => {
    expect(await guard.isAllowed(url)).toBe(false);
  });

  test("one whose name leads nowhere", async () => {
    const lost = createCallbackGuard({ allowedHosts: [], resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await lost.isAllowed("https://tpp.com/")).toBe(false);
  });
});

test.each([
  "https://tpp.com/open-banking/v4.0/event-notifications",
  "https://tpp.com:443/",
  "https://tpp.com:8443/events?from=bank",
  "https://tpp.com./",
  "https://bücher.tpp.com/",
  "https://93.184.216.34/",
  "https://[2606:4700:4700::1111]/",
])("a public address is allowed: %s", async (url) => {
  expect(await guard.isAllowed(url)).toBe(true);
});

describe("a host that the settings name", () => {
  const sandbox = createCallbackGuard({ allowedHosts: ["localhost"], resolve });

  test("may lead to this machine, over https and with nothing else forgiven", async () => {
    expect(await sandbox.isAllowed("https://localhost:4501/events")).toBe(true);
    expect(await sandbox.isAllowed("https://localhost.:4501/events")).toBe(true);
    expect(await sandbox.isAllowed("http://localhost:4501/events")).toBe(false);
    expect(await sandbox.isAllowed("https://me@localhost:4501/events")).toBe(false);
  });

  test("opens no other name, and not the address behind it", async () => {
    for (const host of ["127.0.0.1", "a.localhost", "localhost.tpp.internal", "loopback.tpp.com"])
      expect(await sandbox.isAllowed(`https://${host}:4501/events`)).toBe(false);
  });
});

describe("between the check and the connection", () => {
  const server = createServer((_, response) => response.end());
  let port = 0;
  const reached = vi.fn();

  beforeAll(async () => {
    server.on("connection", reached);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.address() as { port: number }).port;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  /** A name that comes to mean something else after the first question. */
  function rebinding() {
    const answers = [["93.184.216.34"]];
    return createCallbackGuard({ allowedHosts: [], resolve: async () => answers.pop() ?? ["127.0.0.1"] });
  }

  test("a name that was allowed and now leads inside reaches nothing", async () => {
    const guard = rebinding();
    expect(await guard.isAllowed(`https://rebinding.tpp.com:${port}/`)).toBe(true);
    const socket = connect({ host: "rebinding.tpp.com", port, lookup: guard.lookup });
    const error = await new Promise((failed) => socket.once("error", failed));
    expect(error).toBeInstanceOf(AddressRefused);
    expect(reached).not.toHaveBeenCalled();
  });

  test("and would have reached it without the guard's own look-up", async () => {
    const socket = connect({ host: "localhost", port, family: 4 });
    await new Promise((connected) => socket.once("connect", connected));
    await vi.waitFor(() => expect(reached).toHaveBeenCalled());
    socket.destroy();
  });

  test("the connection is given exactly what was checked, in either form that Node asks for", async () => {
    const ask = (options: object) =>
      new Promise((done) => guard.lookup("tpp.com", options, (...answer) => done(answer)));
    expect(await ask({ all: true })).toEqual([
      null,
      [
        { address: "93.184.216.34", family: 4 },
        { address: "2606:2800:220:1:248:1893:25c8:1946", family: 6 },
      ],
    ]);
    expect(await ask({})).toEqual([null, "93.184.216.34", 4]);
    expect(await ask({ family: 6 })).toEqual([null, "2606:2800:220:1:248:1893:25c8:1946", 6]);
  });
});
