import { expect, test } from "vitest";
import { answerManifest } from "./manifest";
import { narrow } from "./narrow-build";
import { requestsOver } from "./narrow-build.harness";
import { SYNTHETIC_PATHS, syntheticBuild } from "./synthetic-build.harness";

const build = syntheticBuild();
const sections = narrow(build, "production");

function manifestRequest(paths: readonly string[], version = "v1"): Request {
  const query = new URLSearchParams([...paths.map((path) => ["p", path]), ["version", version]]);
  return new Request(`http://app.test/__manifest?${query}`);
}

test("many paths at once get what the full handler gives", { timeout: 60_000 }, async () => {
  const paths = requestsOver(SYNTHETIC_PATHS, 450, 11)
    .map(({ target }) => target.split("?")[0]!)
    .filter((path) => !path.toLowerCase().includes("%zz"))
    .concat("/_root.data", "/_root", "/consent.data");
  for (let i = 0; i < paths.length; i += 9) {
    const asked = paths.slice(i, i + 9);
    const full = await sections.full.handle(manifestRequest(asked));
    const ours = await answerManifest(manifestRequest(asked), build, sections);
    expect([ours.status, ours.headers.get("cache-control")]).toEqual([full.status, full.headers.get("cache-control")]);
    expect(await ours.json()).toEqual(await full.json());
  }
});

test("a page of another version is told to load itself anew", async () => {
  const answer = await answerManifest(manifestRequest(["/consent"], "v0"), build, sections);
  expect([answer.status, answer.headers.get("x-remix-reload-document")]).toEqual([204, "true"]);
});

test.each([
  ["too many paths", Array.from({ length: 101 }, (_, i) => `/consent/${i}`)],
  ["a path too long", [`/${"a".repeat(512)}`]],
  ["a path too deep", ["/a".repeat(17)]],
  ["a path whose escapes mean nothing", ["/consent/%zz"]],
  ["no path", []],
])("%s: 400", async (_, paths) => {
  expect((await answerManifest(manifestRequest(paths), build, sections)).status).toBe(400);
});

test("without a version it is a page of another version", async () => {
  const answer = await answerManifest(new Request("http://app.test/__manifest?p=/consent"), build, sections);
  expect(answer.status).toBe(204);
});
