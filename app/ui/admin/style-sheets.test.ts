import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The build takes along what a page imports: a class whose sheet no file of the page imports is drawn as plain text. */

const APP = fileURLToPath(new URL("../../", import.meta.url));
const OURS = join(APP, "ui/admin");

const sheets = readdirSync(OURS).filter((file) => file.endsWith(".css"));
/** Where the classes that stand alone at the front of a rule are drawn: what is below another one is that one's. */
const drawnIn = new Map<string, Set<string>>();
for (const sheet of sheets) {
  for (const [, name = ""] of readFileSync(join(OURS, sheet), "utf8").matchAll(
    /^ {2}(?:\.admin )?\.([a-z][a-z-]*)(?=[\s,:]*[{,:])/gm,
  ))
    drawnIn.set(name, (drawnIn.get(name) ?? new Set()).add(join(OURS, sheet)));
}

function fileOf(from: string, imported: string): string | undefined {
  if (!/^[.~]/.test(imported)) return undefined;
  const path = imported.startsWith("~/") ? join(APP, imported.slice(2)) : join(dirname(from), imported);
  return [path, `${path}.tsx`, `${path}.ts`].find((file) => /\.(?:tsx?|css)$/.test(file) && existsSync(file));
}

/** Every file that a page is made of. */
function filesOf(page: string, seen = new Set<string>()): Set<string> {
  if (seen.has(page)) return seen;
  seen.add(page);
  if (page.endsWith(".css")) return seen;
  for (const [, imported = ""] of readFileSync(page, "utf8").matchAll(/^(?:import|export)[^;]*?"([^"]+)";/gm)) {
    const file = fileOf(page, imported);
    if (file) filesOf(file, seen);
  }
  return seen;
}

const pages = readdirSync(join(APP, "routes")).filter((route) => /^admin(?:\.|$)/.test(route));

test("there are pages and classes to look at", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(drawnIn.size).toBeGreaterThan(30);
});

test.each(pages)("%s has the sheet of every class that it uses", (route) => {
  const page = join(APP, "routes", route, "route.tsx");
  if (!existsSync(page)) return;
  const files = filesOf(page);
  const bare = [...files]
    // What customers see is dressed by sheets that every page has.
    .filter((file) => file.endsWith(".tsx") && file.includes("/admin"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/className="([^"]+)"/g)])
    .flatMap(([, names = ""]) => names.split(" "))
    .filter((name) => drawnIn.has(name) && ![...(drawnIn.get(name) ?? [])].some((sheet) => files.has(sheet)));
  expect([...new Set(bare)]).toEqual([]);
});
