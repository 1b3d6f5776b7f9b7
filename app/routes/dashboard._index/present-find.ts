import { isNarrowed, kindsOf, queryOf } from "~/domain/shelf/shelf-asked";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import type { FindView } from "~/ui/shelf-view";
import type { ShelfInput } from "./shelf-input";

/** Fewer are seen at a glance (D-19). */
const FROM = 8;

/** How to look through a list; undefined where there is little to look through. */
export function presentFind(input: ShelfInput, words: Words): FindView | undefined {
  const { asked } = input;
  if (!isNarrowed(asked) && !hasMany(input)) return undefined;
  if (asked.by === "account") return undefined;
  const { lists: own } = words.dashboard;
  const kinds = kindsOf(asked.tab);
  const goesOn = asked.tab === "sharing" || asked.tab === "checks";
  const any = { value: "", label: own.find.any };
  const { text: _, kind: __, status: ___, from: ____, ...kept } = asked;
  return {
    label: own.find.search,
    kept: [...new URLSearchParams(queryOf(kept))].map(([name, value]) => ({ name, value })),
    text: { label: own.find.text, value: asked.text ?? "" },
    choices: [
      ...(kinds.length > 1
        ? [
            {
              name: "kind",
              label: own.find.kind,
              options: [any, ...kinds.map((kind) => ({ value: kind, label: own.kinds[kind] }))],
              value: asked.kind ?? "",
            },
          ]
        : []),
      ...(goesOn
        ? [
            {
              name: "status",
              label: own.find.status,
              options: [
                any,
                ...(["active", "paused"] as const).map((value) => ({ value, label: own.statuses[value] })),
              ],
              value: asked.status ?? "",
            },
          ]
        : []),
    ],
    search: own.find.search,
    ...(isNarrowed(asked) && {
      all: { label: own.all, href: `${paths.dashboard}${queryOf({ tab: asked.tab, by: asked.by })}` },
    }),
  };
}

function hasMany({ asked: { tab, from }, counts, rows, apps }: ShelfInput): boolean {
  if (tab === "sharing") return counts["account-access"] >= FROM;
  if (tab === "checks") return counts["funds-confirmation"] >= FROM;
  const shown = (rows?.consents.length ?? 0) + (apps?.groups.length ?? 0);
  return shown >= FROM || from !== undefined;
}
