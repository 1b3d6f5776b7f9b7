import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each([
  ["/", "/"],
  ["/consent/AAAAAAAAAAAAAAAAAAAAAA/outcome", "/consent/AAAAAAAAAAAAAAAAAAAAAA/outcome"],
  ["/consent?login_id=a&login_state=b#c", "/consent?login_id=a&login_state=b"],
  ["/a/../b", "/b"],
])("%s stays here", (to, path) => {
  expect(localPath(to)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "http:/evil.example",
  "javascript:alert(1)",
  "consent",
  "",
  `/${"a".repeat(3_000)}`,
  null,
  new File([], "a"),
])("%s leads nowhere", (to) => {
  expect(localPath(to)).toBeUndefined();
});
