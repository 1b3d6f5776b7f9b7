import { paths } from "~/paths";
import { type DataColumn, DataTable } from "~/ui/data-table";
import type { Choice, FunnelStep, HomeView, TileView, TrendView } from "./home-view";
import { StaffFacts } from "./staff-facts";
import { WeekLine } from "./week-line";
import "./home.css";

/** What the bank looks at first: how many there are, what waits, how it goes. Every figure leads to what it counts. */
export function HomeParts({ view }: { view: HomeView }) {
  const { counted, tiles, filter, trends, funnel, refusals } = view;
  const of = filter.said && ` – ${filter.said}`;
  return (
    <>
      <p className="counted">
        {counted
          ? `Counted ${counted}.`
          : "Nothing was counted yet: the worker does that within a minute of its start."}
      </p>
      <ul className="tiles">
        {tiles.map((tile) => (
          <Tile key={tile.label} tile={tile} />
        ))}
      </ul>
      <form className="home-filter" action={paths.admin}>
        <Choices name="tpp" label="TPP" choices={filter.tpps} />
        <Choices name="kind" label="Kind" choices={filter.kinds} />
        <Choices name="weeks" label="Look back" choices={filter.weeks} />
        <button type="submit" className="act">
          Show
        </button>
      </form>
      <h2>Week by week{of}</h2>
      <div className="trends">
        {trends.map((trend) => (
          <TrendFigure key={trend.label} trend={trend} />
        ))}
      </div>
      <h2>From the consent page{of}</h2>
      <Funnel steps={funnel} refusals={refusals} />
    </>
  );
}

function Tile({ tile: { label, figure, href, tone, note } }: { tile: TileView }) {
  return (
    <li>
      <a href={href} className="tile-link">
        <span>{label}</span>
        <strong>{figure}</strong>
        <small className={tone === "wait" || tone === "bad" ? `status ${tone}` : undefined}>{note}</small>
      </a>
    </li>
  );
}

function Choices({ name, label, choices }: { name: string; label: string; choices: readonly Choice[] }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={choices.find(({ chosen }) => chosen)?.value}>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function TrendFigure({ trend: { label, weeks, last, total } }: { trend: TrendView }) {
  return (
    <figure>
      <figcaption>
        <strong>{label}</strong> {last} this week, {total} in {weeks.length} weeks
      </figcaption>
      <WeekLine weeks={weeks} label={`${label}, by week, oldest first: ${weeks.join(", ")}`} />
    </figure>
  );
}

const STEP_COLUMNS: readonly DataColumn<FunnelStep>[] = [
  { id: "step", header: "Step", names: true, cell: ({ label }) => label },
  { id: "count", header: "Consents", numeric: true, cell: ({ count }) => count },
  {
    id: "share",
    header: "Of those who arrived",
    cell: ({ share }) => (
      <>
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="8" className="track" />
          <rect width={share} height="8" />
        </svg>
        {share} %
      </>
    ),
  },
];

function Funnel({ steps, refusals }: { steps: readonly FunnelStep[]; refusals: HomeView["refusals"] }) {
  return (
    <div className="funnel">
      <DataTable
        caption="What became of those who arrived"
        columns={STEP_COLUMNS}
        rows={steps}
        keyOf={({ label }) => label}
        nothing={null}
      />
      {refusals.length > 0 && (
        <section>
          <h3>Why customers refused</h3>
          <StaffFacts facts={refusals} />
        </section>
      )}
    </div>
  );
}
