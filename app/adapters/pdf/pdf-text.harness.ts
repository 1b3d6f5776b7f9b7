import { inflateSync } from "node:zlib";

/** An indirect object of a PDF that pdfkit wrote: its dictionary, and its stream unpacked. */
interface PdfObject {
  readonly id: string;
  readonly dictionary: string;
  readonly stream: string | undefined;
}

/** Enough of a reader of PDF for what we write ourselves, so that a test can say what stands on the pages. */
export function objectsIn(pdf: Uint8Array): readonly PdfObject[] {
  const text = Buffer.from(pdf).toString("latin1");
  return [...text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => {
    const [dictionary = "", packed] = body.split(/\nstream\r?\n/);
    const bytes = packed === undefined ? undefined : Buffer.from(packed.replace(/\nendstream$/, ""), "latin1");
    const stream = bytes && (/FlateDecode/.test(dictionary) ? inflateSync(bytes) : bytes);
    return { id, dictionary, stream: stream?.toString("latin1") };
  });
}

/** How far above the foot of its page the lowest line stands, in points. */
export function lowestIn(pdf: Uint8Array): number {
  const heights = objectsIn(pdf).flatMap(({ stream = "" }) => [...stream.matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm/g)]);
  return Math.min(...heights.map(([, height]) => Number(height)));
}

/** The words on the pages, as they are seen from left to right, one line for each that is printed. */
export function wordsIn(pdf: Uint8Array): string {
  const objects = objectsIn(pdf);
  const find = (id: string | undefined) => objects.find((each) => each.id === id);
  const pages = objects.filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map((page) => wordsOf(page)).join("\n");

  function wordsOf({ dictionary }: PdfObject): string {
    const content = find(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1])?.stream ?? "";
    const resources = find(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1])?.dictionary ?? dictionary;
    const letters = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id]) => [name, lettersOf(find(id))]),
    );
    const lines = new Map<string, string>();
    let font = "";
    let line = "";
    for (const [, x, y, name, glyphs] of content.matchAll(
      /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g,
    )) {
      if (x !== undefined) line = y ?? "";
      else if (name !== undefined) font = name;
      else {
        const codes = [...(glyphs ?? "").matchAll(/<([0-9a-f]*)>/g)].flatMap(
          ([, hex = ""]) => hex.match(/.{4}/g) ?? [],
        );
        const said = codes.map((code) => letters.get(font)?.[Number.parseInt(code, 16)] ?? "\uFFFD").join("");
        lines.set(line, (lines.get(line) ?? "") + said);
      }
    }
    return [...lines.values()].join("\n");
  }

  function lettersOf(font: PdfObject | undefined): readonly string[] {
    const map = find(/\/ToUnicode (\d+) 0 R/.exec(font?.dictionary ?? "")?.[1])?.stream ?? "";
    const ranges = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[(.*?)\]/gs)].map(([, codes = ""]) => codes);
    return ranges.flatMap((codes) => [...codes.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = ""]) => fromHex(hex)));
  }
}

const fromHex = (hex: string) =>
  String.fromCharCode(...(hex.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
