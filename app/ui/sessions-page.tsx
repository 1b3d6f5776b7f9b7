import { SubmitButton } from "./button";
import { DashboardFrame } from "./dashboard-frame";
import type { PlaceView, SessionsView } from "./dashboard-view";
import { Sentence } from "./sentence";

/** Every browser in which the customer is signed in, and the way out of each and of all. */
export function SessionsPage({ view }: { view: SessionsView }) {
  const { places, text, everywhere } = view;
  return (
    <DashboardFrame view={view}>
      <p className="mt-4">
        <Sentence>{text}</Sentence>
      </p>
      <form method="post">
        <ul className="rows mt-8 border-y border-line">
          {places.map((place) => (
            <Place key={place.id} view={place} />
          ))}
        </ul>
        <div className="mt-8 flex">
          <SubmitButton name="end" value="everywhere">
            {everywhere.label}
          </SubmitButton>
        </div>
        <p className="mt-3 text-base text-soft">{everywhere.hint}</p>
      </form>
    </DashboardFrame>
  );
}

function Place({ view: { id, device, since, here, end } }: { view: PlaceView }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
      <div className="min-w-0">
        <p className="font-semibold">
          <Sentence>{device}</Sentence>
        </p>
        <p className="text-base text-soft">
          <Sentence>{since}</Sentence>
        </p>
      </div>
      {here ? (
        <strong className="rounded bg-tint px-3 py-1 text-base">{here}</strong>
      ) : (
        <button type="submit" name="end" value={id} className="quiet min-h-11 text-start text-base font-semibold">
          <Sentence>{end}</Sentence>
          <span className="sr-only">
            {", "}
            <Sentence>{since}</Sentence>
          </span>
        </button>
      )}
    </li>
  );
}
