import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export interface Import {
  /** Paths from the repository's root, with "/" between folders. */
  readonly from: string;
  /** A file of ours, or the name of a package (without what lies inside it). */
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

export interface SourceFacts {
  readonly file: string;
  readonly imports: readonly Import[];
  /** Globals that a file reaches outside of our control: `fetch(`, `process.env`. */
  readonly globals: ReadonlySet<"fetch" | "process.env">;
}

/** Every TypeScript source below the folders, read by the compiler's own parser. */
export function readSources(root: string, folders: readonly string[]): SourceFacts[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules/")),
    )
    .map((file) => readSource(root, file));
}

export function readSource(root: string, file: string, text = readFileSync(join(root, file), "utf8")): SourceFacts {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const globals = new Set<"fetch" | "process.env">();
  visit(source);
  return { file, imports, globals };

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyClause(node.importClause));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && first) add(first, false);
      if (ts.isIdentifier(node.expression) && node.expression.text === "fetch") globals.add("fetch");
    }
    if (ts.isPropertyAccessExpression(node)) {
      const access = node.getText();
      if (access === "process.env") globals.add("process.env");
      if (access === "globalThis.fetch") globals.add("fetch");
    }
    ts.forEachChild(node, visit);
  }

  function add(specifier: ts.Node, typeOnly: boolean): void {
    if (!ts.isStringLiteralLike(specifier)) return;
    imports.push({ from: file, typeOnly, ...target(root, file, specifier.text) });
  }
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((each) => each.isTypeOnly)
  );
}

function target(root: string, from: string, specifier: string): Pick<Import, "to" | "isPackage"> {
  const path = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith("#db/")
      ? `db/${specifier.slice(4)}`
      : specifier.startsWith(".")
        ? normalize(join(dirname(from), specifier)).replaceAll("\\", "/")
        : undefined;
  if (path !== undefined) return { to: onDisk(root, path), isPackage: false };
  const [scope = "", name] = specifier.split("/");
  return { to: scope.startsWith("@") ? `${scope}/${name}` : scope, isPackage: true };
}

function onDisk(root: string, path: string): string {
  const found = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"].find((ending) => {
    const file = join(root, path + ending);
    return existsSync(file) && statSync(file).isFile();
  });
  return path + (found ?? "");
}
