import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ["northlight", "Northlight Bank", "0800 555 0199", "#0f3b36"],
  ["heron", "Heron &amp; Vale", "0800 555 0142", "#4b1d3f"],
])("whoever signs in at %s sees that bank and no other", async (brand, name, phone, accent) => {
  vi.stubEnv("BRAND", brand);
  const { passwordPage } = await import("./password-page.tsx");
  const html = passwordPage({
    uid: "u",
    origin: "http://login.assent.localhost:4300",
    acr: "urn:openbanking:psd2:sca",
  });
  for (const part of [`<title>Sign in – ${name}</title>`, phone, accent]) expect(html).toContain(part);
  expect(html.match(/Northlight|Heron/g)?.every((word) => name.startsWith(word))).toBe(true);
});
