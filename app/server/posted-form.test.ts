import { describe, expect, test } from "vitest";
import { bodyLimit, isReadableForm, MAX_BODY } from "./posted-form";

const posted = (type: string) => new Request("http://x/", { method: "POST", headers: { "content-type": type } });
const CHECK = "/receipts/check";

describe("what a form may send", () => {
  test.each([
    ["application/x-www-form-urlencoded", CHECK, true],
    ["application/x-www-form-urlencoded; charset=utf-8", "/consent/a", true],
    ["multipart/form-data; boundary=b", CHECK, true],
    ["Multipart/Form-Data;boundary=b", CHECK, true],
    ["multipart/form-data", CHECK, false],
    ["multipart/form-data; boundary=", CHECK, false],
    ["multipart/mixed; boundary=b", CHECK, false],
    ["application/json", CHECK, false],
    ["multipart/form-data; boundary=b", "/consent/a", false],
    ["multipart/form-data; boundary=b", `${CHECK}/`, false],
    ["multipart/form-data; boundary=b", "constructor", false],
  ])("%s to %s: %s", (type, path, readable) => {
    expect(isReadableForm(posted(type), path)).toBe(readable);
  });

  test("a receipt has room where receipts are checked, a report of reads where those are taken, and nothing elsewhere", () => {
    expect(bodyLimit(CHECK)).toBeGreaterThan(256 * 1024);
    expect(bodyLimit("/api/v1/access-events")).toBe(1024 * 1024);
    for (const path of ["/api/v1/authority-events", "/consent/a", `${CHECK}x`, "toString"])
      expect(bodyLimit(path)).toBe(MAX_BODY);
  });
});
