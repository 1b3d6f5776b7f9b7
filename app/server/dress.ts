import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "~/brands/brand";
import { brandCss, brandIcon } from "~/brands/brand-css";
import { iconCss } from "~/ui/icon-css";
import type { AppBuild } from "./app-build";

export interface Dressed {
  readonly build: AppBuild;
  /** Files that no build could make, by path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Puts the brand and the drawings in front of the build's stylesheet. One file, so that a page asks for no more than it
 * would without them, under an address that changes with each, so that it may be kept for ever.
 */
export function dress(build: AppBuild, clientFolder: string, brand: Brand): Dressed {
  const files = new Map([["/favicon.svg", Buffer.from(brandIcon(brand))]]);
  const root = build.assets.routes["root"];
  const [sheet, ...others] = root?.css ?? [];
  if (!root || !sheet) return { build, files };
  const content = Buffer.concat([Buffer.from(brandCss(brand) + iconCss()), readFileSync(join(clientFolder, sheet))]);
  const address = sheet.replace(
    /(?:-[\w-]+)?\.css$/,
    `-${createHash("sha256").update(content).digest("hex").slice(0, 10)}.css`,
  );
  files.set(address, content);
  const routes = { ...build.assets.routes, root: { ...root, css: [address, ...others] } };
  return { build: { ...build, assets: { ...build.assets, routes } }, files };
}
