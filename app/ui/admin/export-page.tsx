import { LONGEST_NOTE } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { StaffNotices } from "./staff-notices";
import "./consent-list.css";

/** What would be taken away, and what was asked for before. */
export interface ExportView {
  readonly title: string;
  readonly wrong?: string;
  readonly sentence: string;
  readonly form?: {
    readonly id: string;
    readonly query: string;
    readonly button: string;
    /** Somebody else has to agree. */
    readonly asks: boolean;
  };
  readonly cannot?: string;
  readonly from: string;
  readonly back: string;
  readonly open: readonly OpenLine[];
}

interface OpenLine {
  readonly id: string;
  readonly what: string;
  readonly count: string;
  readonly format: string;
  readonly askedAt: string;
  readonly isReady: boolean;
  readonly approval?: string;
}

const COLUMNS: readonly DataColumn<OpenLine>[] = [
  { id: "what", header: "List", names: true, cell: ({ what }) => <bdi>{what}</bdi> },
  { id: "count", header: "Consents", numeric: true, cell: ({ count }) => count },
  { id: "format", header: "Format", cell: ({ format }) => format },
  { id: "asked", header: "Asked (UTC)", cell: ({ askedAt }) => askedAt },
  {
    id: "take",
    header: "Take it",
    cell: ({ id, isReady, what, approval }) =>
      isReady ? (
        <form method="post" action={paths.adminConsentsFile}>
          <input type="hidden" name="take" value={id} />
          <button type="submit" className="plain">
            Take it once<span className="unseen">: {what}</span>
          </button>
        </form>
      ) : (
        <a href={approval}>Waits for a second person</a>
      ),
  },
];

export function ExportPage({ view }: { view: ExportView }) {
  const { wrong, sentence, form, cannot, from, back, open } = view;
  return (
    <>
      {wrong && <StaffNotices notices={[{ tone: "bad", text: wrong }]} />}
      <p className="sentence">
        <bdi>{sentence}</bdi>
      </p>
      {cannot && <p>{cannot}</p>}
      {form && (
        <form method="post" action={paths.adminConsentsFile} className="fields">
          <p>
            The file has one row for each consent: ids, TPP, kind, status and its reason, accounts by id, and dates. It
            has no names and no account numbers. That you took it stands in evidence.
          </p>
          <p>
            {form.asks
              ? "Somebody else has to agree. Then you can take the file once."
              : `From ${from} consents a day on, somebody else has to agree; all that you export within a day counts.`}
          </p>
          <input type="hidden" name="list" value={form.id} />
          <input type="hidden" name="query" value={form.query} />
          <fieldset>
            <legend>Format</legend>
            <label className="choice">
              <input type="radio" name="format" value="csv" defaultChecked /> CSV, for a spreadsheet
            </label>
            <label className="choice">
              <input type="radio" name="format" value="jsonl" /> JSON lines, for a program
            </label>
          </fieldset>
          <label>
            <span>What it is for</span>
            <span className="hint" id="why-hint">
              For the record. A case number if there is one. Nothing about a customer.
            </span>
            <input
              type="text"
              name="why"
              required
              maxLength={LONGEST_NOTE}
              aria-describedby="why-hint"
              autoComplete="off"
            />
          </label>
          <p className="acts">
            <button type="submit" className="act first">
              {form.asks ? `Ask to ${form.button.toLowerCase()}` : form.button}
            </button>
            <a href={back}>Back to the list</a>
          </p>
        </form>
      )}
      {!form && (
        <p className="acts">
          <a href={back}>Back to the list</a>
        </p>
      )}
      {open.length > 0 && (
        <>
          <h2>Asked for by you</h2>
          <DataTable caption="Asked for by you" columns={COLUMNS} rows={open} keyOf={({ id }) => id} nothing={null} />
        </>
      )}
    </>
  );
}
