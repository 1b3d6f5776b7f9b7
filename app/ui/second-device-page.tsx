import { AskAgain, type AskingAgain } from "./ask-again";
import { SubmitButton } from "./button";
import { ErrorSummary } from "./error-summary";
import { PageFrame } from "./page-frame";
import { PageTitle } from "./page-title";
import type { SecondDeviceView } from "./second-device-view";
import { Sentence } from "./sentence";

/** One step on the way to another device (P-24); `askAgain` where it goes on by itself. */
export function SecondDevicePage({ view, askAgain }: { view: SecondDeviceView; askAgain?: AskingAgain }) {
  const { offer, field, number } = view;
  return (
    <PageFrame view={view.frame}>
      {view.problem && <ErrorSummary problem={view.problem} />}
      <div data-second-device={view.is}>
        <PageTitle focus={!view.problem}>{view.title}</PageTitle>
        {offer && <Offer offer={offer} />}
        {number && (
          <p className="figures mt-6 text-5xl font-semibold" data-number>
            <bdi>{number}</bdi>
          </p>
        )}
        {view.text && <p className="mt-6">{view.text}</p>}
        <form method="post" autoComplete="off" className="mt-8">
          {field && (
            <>
              <label htmlFor={field.name} className="block font-semibold">
                {field.label}
              </label>
              <input
                id={field.name}
                name={field.name}
                type="text"
                inputMode={field.name === "number" ? "numeric" : "text"}
                autoCapitalize="characters"
                spellCheck={false}
                dir="ltr"
                maxLength={32}
                defaultValue={field.value}
                aria-invalid={view.problem !== undefined || undefined}
                className="figures mt-1 mb-6 min-h-11 w-48 rounded border-2 border-edge bg-sheet px-3 py-1"
              />
            </>
          )}
          <div className="answers">
            {view.ways.map(({ choice, label }) => (
              <SubmitButton key={choice} name="choice" value={choice}>
                {label}
              </SubmitButton>
            ))}
          </div>
        </form>
        {askAgain && <AskAgain {...askAgain} />}
      </div>
    </PageFrame>
  );
}

function Offer({ offer }: { offer: NonNullable<SecondDeviceView["offer"]> }) {
  const { label, size, path } = offer.picture;
  return (
    <>
      <p className="mt-6">{offer.scan}</p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="mt-4 size-64 max-w-full"
      >
        {/* Dark on light in every look: some readers take no other. */}
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className="mt-6">
        <Sentence>{offer.type}</Sentence>
      </p>
      <p className="figures mt-2 text-3xl font-semibold" data-code>
        <bdi dir="ltr">{offer.code}</bdi>
      </p>
      <p className="mt-4">{offer.lasts}</p>
    </>
  );
}
