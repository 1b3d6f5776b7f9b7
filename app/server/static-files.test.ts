import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { readStaticFiles } from "./static-files";

const folder = mkdtempSync(join(tmpdir(), "static-"));
mkdirSync(join(folder, "client", "assets"), { recursive: true });
writeFileSync(join(folder, "secret.txt"), "secret");
writeFileSync(join(folder, "client", "robots.txt"), "User-agent: *");
writeFileSync(join(folder, "client", "assets", "page-abc.js"), "1");
writeFileSync(join(folder, "client", "manifest.json"), "{}");
const files = readStaticFiles(join(folder, "client"));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (path: string, init?: RequestInit) => files.answer(new Request(`http://app.test${path}`, init), path);

test("files come with their type; hashed ones may be kept for ever, others for an hour", async () => {
  const asset = ask("/assets/page-abc.js");
  expect(asset?.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(asset?.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await asset?.text()).toBe("1");
  expect(ask("/robots.txt")?.headers.get("cache-control")).toBe("public, max-age=3600");
});

test("what the browser already has is not sent again", () => {
  const tag = ask("/robots.txt")?.headers.get("etag") ?? "";
  expect(ask("/robots.txt", { headers: { "if-none-match": tag } })?.status).toBe(304);
  expect(ask("/robots.txt", { headers: { "if-none-match": '"other"' } })?.status).toBe(200);
});

test("text goes compressed to whoever takes it, and is the same text", async () => {
  const answer = ask("/robots.txt", { headers: { "accept-encoding": "gzip, deflate, br" } });
  expect([answer?.headers.get("content-encoding"), answer?.headers.get("vary")]).toEqual(["br", "Accept-Encoding"]);
  const packed = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(brotliDecompressSync(packed).toString()).toBe("User-agent: *");
});

test("files can only be read", async () => {
  expect(ask("/robots.txt", { method: "POST" })?.status).toBe(405);
  const head = ask("/robots.txt", { method: "HEAD" });
  expect([head?.headers.get("content-length"), await head?.text()]).toEqual(["13", ""]);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/assets/../../secret.txt",
  "/assets",
  "/",
  "/manifest.json",
  "//robots.txt",
])("%s is no file of ours", (path) => {
  expect(ask(path)).toBeUndefined();
});
