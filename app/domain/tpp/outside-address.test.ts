import { expect, test } from "vitest";
import { HOSTILE_CORPUS } from "../shared/hostile-corpus.harness";
import { outsideAddress } from "./outside-address";

test("D-20: an app's own page is told with the name that it is at", () => {
  expect(outsideAddress("https://www.beacon.example/privacy?a=1#b")).toEqual({
    href: "https://www.beacon.example/privacy?a=1#b",
    host: "www.beacon.example",
  });
});

test.each([
  "http://beacon.example/privacy",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://northlight.example@evil.example/",
  "https://127.0.0.1/privacy",
  "https://[::1]/",
  "https://localhost/",
  "https://beacon.example:8443/",
  "https://nоrthlight.example/",
  "//beacon.example",
  "beacon.example",
  `https://beacon.example/${"a".repeat(2_100)}`,
  "",
])("D-20: nobody is led to %s", (text) => expect(outsideAddress(text)).toBeUndefined());

test("nor to whatever hostile text there is", () => {
  for (const text of HOSTILE_CORPUS) expect(outsideAddress(text)?.href ?? "https://").toMatch(/^https:\/\//);
});
