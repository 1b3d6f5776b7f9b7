import { createRequestHandler, data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { expect, test } from "vitest";
import { syntheticBuild } from "../server/synthetic-build.harness";
import { Unsent } from "./unsent";

const handle = createRequestHandler(built(), "production");
const ask = async (path: string) => (await handle(new Request(`http://localhost${path}`))).text();

test("a page shows what is unsent, and Remix writes nothing of it for a script", async () => {
  expect(await ask("/dashboard")).toContain("said once");
  const sent = await ask("/dashboard.data");
  expect(sent).toContain("dashboard/index");
  expect(sent).not.toContain("said once");
});

function built() {
  const build = syntheticBuild();
  const index = build.routes["dashboard/index"];
  if (!index) throw new Error("the harness has no such route any more");
  const module = {
    loader: () => data(new Unsent("said once")),
    default: () => <p>{(useLoaderData() as unknown as Unsent<string>).value}</p>,
  };
  return { ...build, routes: { ...build.routes, "dashboard/index": { ...index, module } } };
}
