import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, type CDPSession, chromium } from "@playwright/test";
import { findChromium } from "../e2e/chromium.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { LOGIN } from "./stub-answers.ts";
import { createWorld } from "./world.ts";

/**
 * `npm run bench:browser` (P11): what a customer's browser gets and when they see it, on a processor four times as slow and
 * Fast 4G, cold each time, against a page that says one word. Bytes are what crosses the line, headers included.
 */

const ROUNDS = 7;
const CPU_SLOWDOWN = 4;
/** Fast 4G as Chromium's developer tools have it. */
const NETWORK = { offline: false, latency: 165, downloadThroughput: 8_100_000 / 8, uploadThroughput: 1_350_000 / 8 };
const BUDGET = { html: 12_000, total: 25_000, requests: 3, script: 0, shift: 0 } as const;

interface Visit {
  /** Of the document, unpacked. */
  readonly html: number;
  readonly files: readonly { readonly path: string; readonly type: string; readonly bytes: number }[];
  readonly elsewhere: readonly string[];
  readonly paintedMs: number;
  readonly shift: number;
}

const empty = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end('<!DOCTYPE html><html lang="en"><title>Empty</title><p>Empty</p>');
});
await new Promise<void>((resolve) => empty.listen(0, "127.0.0.1", resolve));
const emptyAddress = `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`;

const world = await createWorld();
const { executablePath, args, env } = await findChromium();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } as never });
try {
  await world.app.start();
  // One context, in which the page is ours to ask for again: its cookie cannot be carried into another.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const address = await openVisit(context, world.app.origin.replace("127.0.0.1", "assent.localhost"));
  const found = { empty: [] as Visit[], ours: [] as Visit[] };
  for (let round = 0; round < ROUNDS; round++) {
    found.empty.push(await visit(context, emptyAddress));
    found.ours.push(await visit(context, address));
  }
  print(found.empty, found.ours);
} finally {
  await browser.close();
  await world.stop();
  empty.close();
}

/** Brings the hand-off, which opens once. */
async function openVisit(context: BrowserContext, origin: string): Promise<string> {
  const page = await context.newPage();
  const handoff = new URLSearchParams({ login_id: LOGIN.id, login_state: LOGIN.state, consent_type: "account_access" });
  await page.goto(`${origin}/consent?${handoff}`);
  const address = page.url();
  if ((await page.locator('button[value="allow"]').count()) !== 1)
    throw new Error(`there is no question on ${address}`);
  await page.close();
  return address;
}

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  const heard = await listen(line, new URL(address).origin);
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${address} was answered with ${answer?.status()}`);
  const { paintedMs, shift, icon } = await page.evaluate(readPaint);
  const html = (await answer.body()).length;
  await page.close();
  const files = [...heard.files.values()];
  // Without a window no browser asks for the icon; with one every browser does.
  if (icon && !files.some(({ path }) => path === new URL(icon).pathname)) files.push(await iconOf(icon));
  return { html, files, elsewhere: heard.elsewhere, paintedMs, shift };
}

async function listen(line: CDPSession, origin: string) {
  const files = new Map<string, { path: string; type: string; bytes: number }>();
  const elsewhere: string[] = [];
  line.on("Network.responseReceived", ({ requestId, type, response: { url } }) => {
    if (!url.startsWith("data:")) files.set(requestId, { path: new URL(url).pathname, type, bytes: 0 });
    if (!url.startsWith(origin) && !url.startsWith("data:")) elsewhere.push(url);
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: true });
  await line.send("Network.emulateNetworkConditions", NETWORK);
  await line.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return { files, elsewhere };
}

async function iconOf(href: string): Promise<{ path: string; type: string; bytes: number }> {
  const url = href.replace("assent.localhost", "127.0.0.1");
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  const headers = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 17);
  return { path: new URL(url).pathname, type: "Icon", bytes: headers + (await answer.arrayBuffer()).byteLength };
}

/**
 * In the page: the largest paint, and how far anything moved after it was there. Waits until a paint was told and two more
 * frames brought nothing new: the page is loaded by now, and what moves it moves in the next frame.
 *
 * @throws Error when nothing is painted.
 */
function readPaint(): Promise<{ paintedMs: number; shift: number; icon: string | undefined }> {
  // Nothing in here has a name: what compiles this file would mark it with a function that the page does not have.
  return new Promise((resolve, reject) => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href;
    let latest = Number.NaN;
    new PerformanceObserver((list) => {
      const paintedMs = list.getEntries().at(-1)?.startTime ?? Number.NaN;
      latest = paintedMs;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (paintedMs === latest) resolve({ paintedMs, shift, icon });
        }),
      );
    }).observe({ type: "largest-contentful-paint", buffered: true });
    setTimeout(() => reject(new Error("nothing was painted")), 10_000);
  });
}

function print(empty: readonly Visit[], ours: readonly Visit[]): void {
  const last = ours.at(-1)!;
  const total = (visit: Visit) => visit.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const script = (visit: Visit) => visit.files.filter(({ type }) => type === "Script");
  const scriptBytes = script(last).reduce((sum, { bytes }) => sum + bytes, 0);
  const shift = Math.max(...ours.map((visit) => visit.shift));
  const painted = (visits: readonly Visit[]) => visits.map(({ paintedMs }) => paintedMs);
  const ratio = ratioOf(painted(ours), painted(empty));
  const baseline = empty.at(-1)!;
  const verdict = (value: number, most: number) => `${value <= most ? "within" : "ABOVE"} ${most}`;
  printTable([
    ["", "empty page", "consent page", "budget"],
    ["HTML, bytes", String(baseline.html), String(last.html), verdict(last.html, BUDGET.html)],
    ["everything, bytes on the line", String(total(baseline)), String(total(last)), verdict(total(last), BUDGET.total)],
    ["requests", String(baseline.files.length), String(last.files.length), verdict(last.files.length, BUDGET.requests)],
    [
      "requests to others",
      String(baseline.elsewhere.length),
      String(last.elsewhere.length),
      verdict(last.elsewhere.length, 0),
    ],
    ["script, bytes", "0", String(scriptBytes), verdict(scriptBytes, BUDGET.script)],
    ["largest paint, ms", printFigure(figureOf(painted(empty)), 0), printFigure(figureOf(painted(ours)), 0), ""],
    ["  times the empty page", "1", printFigure(ratio, 2), ""],
    [
      "layout shift",
      String(Math.max(...empty.map((visit) => visit.shift))),
      String(shift),
      verdict(shift, BUDGET.shift),
    ],
  ]);
  console.log("\nWhat came, with headers:");
  printTable(last.files.map(({ path, type, bytes }) => [type, path.replace(/[\w-]{22,}/, "…"), String(bytes)]));
  console.log(
    `\nScripts: ${
      script(last)
        .map(({ path, bytes }) => `${path} ${bytes}`)
        .join(", ") || "none"
    }`,
  );
  const good =
    last.html <= BUDGET.html &&
    total(last) <= BUDGET.total &&
    last.files.length <= BUDGET.requests &&
    last.elsewhere.length === 0 &&
    scriptBytes <= BUDGET.script &&
    shift <= BUDGET.shift;
  if (!good) process.exitCode = 1;
}
