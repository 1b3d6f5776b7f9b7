import { csvLines, csvText } from "~/domain/shared/csv";
import type { ExportFormat } from "~/ports/consent-exports";
import type { RegisteredConsent } from "~/ports/consent-register";

type Pages = AsyncIterable<readonly RegisteredConsent[]>;

/** What of a consent is taken away: ids and facts; no name of a customer and no number of an account. */
const CELLS = {
  consent_id: ({ id }) => id,
  customer_id: ({ customer }) => customer,
  tpp_id: ({ clientId }) => clientId,
  tpp_name: ({ clientName }) => clientName,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  account_ids: ({ accountIds }) => accountIds,
  asked_at: ({ createdAt }) => createdAt.toISOString(),
  granted_at: ({ agreedAt }) => agreedAt?.toISOString(),
  changed_at: ({ changedAt }) => changedAt.toISOString(),
  ends_at: ({ expiresAt }) => expiresAt?.toISOString(),
} as const satisfies Record<string, (consent: RegisteredConsent) => string | readonly string[] | undefined>;

const NAMES = Object.keys(CELLS) as readonly (keyof typeof CELLS)[];

const cell = (value: string | readonly string[] | undefined): string =>
  value === undefined ? "" : typeof value === "string" ? value : value.join(" ");

async function* csv(pages: Pages): AsyncGenerator<string> {
  yield csvText([NAMES]);
  for await (const page of pages)
    yield csvLines(page.map((consent) => NAMES.map((name) => cell(CELLS[name](consent)))));
}

async function* jsonl(pages: Pages): AsyncGenerator<string> {
  for await (const page of pages) {
    const lines = page.map((consent) =>
      JSON.stringify(Object.fromEntries(NAMES.map((it) => [it, CELLS[it](consent)]))),
    );
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
  }
}

/** A page at a time: however long the list is, no more of it is in memory. */
export const WRITERS: Readonly<
  Record<ExportFormat, { readonly write: (pages: Pages) => AsyncGenerator<string>; readonly type: string }>
> = {
  csv: { write: csv, type: "text/csv; charset=utf-8" },
  jsonl: { write: jsonl, type: "application/jsonl; charset=utf-8" },
};
