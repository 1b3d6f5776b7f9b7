import { describe, expect, test } from "vitest";
import { csvText } from "./csv";

const bodyOf = (...rows: string[][]) => csvText(rows).slice(1);

describe("P-19: a table that any spreadsheet opens, as what it is", () => {
  test("begins with the mark that says UTF-8, once", () => {
    expect([...new TextEncoder().encode(csvText([["a"]]))].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, 0x22]);
  });

  test("keeps commas, quotes and breaks inside their cell (RFC 4180)", () => {
    expect(bodyOf(["a,b", 'say "x"'], ["1\n2", ""])).toBe('"a,b","say ""x"""\r\n"1\n2",""\r\n');
  });

  test.each(["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "＝1", "＋1", "－1", "＠x"])(
    "%j is text there and no formula",
    (hostile) => {
      expect(bodyOf([hostile])).toBe(`"'${hostile}"\r\n`);
    },
  );

  test('a cell cannot be left: =HYPERLINK("…") stays text in its quotes', () => {
    expect(bodyOf(['",=HYPERLINK("https://evil.example")'])).toBe('""",=HYPERLINK(""https://evil.example"")"\r\n');
  });

  test("what is none stays as it is", () => {
    expect(bodyOf(["A=B", "1-2", "20-40-50 11110001", "£5"])).toBe('"A=B","1-2","20-40-50 11110001","£5"\r\n');
  });
});
