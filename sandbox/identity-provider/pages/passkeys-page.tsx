import type { KeptPasskey } from "../passkeys/passkey-store.ts";
import { PASSKEYS_PER_PERSON } from "../passkeys/passkey-store.ts";
import type { Realm } from "../realm.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { PASSKEY_SCRIPT } from "./passkey-script.ts";

export type Done = "added" | "removed";
export type PasskeyProblem = "not_verified" | "not_added";

export interface PasskeysPageProps {
  /** Whose they are. */
  readonly of: Realm["of"];
  readonly passkeys: readonly KeptPasskey[];
  /** The sign-in that waits for one. */
  readonly goOn?: string | undefined;
  /** What the browser is to make, as WebAuthn writes it in JSON. */
  readonly options: object;
  readonly done?: Done;
  readonly problem?: PasskeyProblem;
}

/** The passkeys that somebody has, and the way to one more. */
export function passkeysPage({ of, passkeys, goOn, options, done, problem }: PasskeysPageProps): string {
  return page(
    "Your passkeys",
    <>
      {problem && (
        <ErrorSummary title="No passkey was added">
          <p>{PROBLEMS[problem]}</p>
        </ErrorSummary>
      )}
      {done && <p role="status">{done === "added" ? "Your passkey was added." : "The passkey was removed."}</p>}
      <h1>Your passkeys</h1>
      <p>{USES[of]}</p>
      {goOn && passkeys.length > 0 && (
        <p>
          <a className="button" href={goOn}>
            Go on signing in
          </a>
        </p>
      )}
      {passkeys.length === 0 ? (
        <p className="empty">You have no passkey yet.</p>
      ) : (
        <section className="inbox" aria-labelledby="list">
          <h2 id="list">What you have</h2>
          <ol>
            {passkeys.map((passkey, at) => (
              <li key={passkey.id}>
                <p>
                  <strong>Passkey {at + 1}</strong>
                </p>
                <Dates passkey={passkey} />
                <p>
                  <a href={`/passkeys/remove?id=${encodeURIComponent(passkey.id)}`}>Remove passkey {at + 1}</a>
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p id="cannot">
        To add a passkey, use a newer browser with JavaScript on.
        {of === "customer" && " You can always use a code instead."}
      </p>
      <form id="add" method="post" action="/passkeys/add" hidden data-options={JSON.stringify(options)}>
        <input type="hidden" name="credential" />
        <p
          id="problem"
          role="alert"
          className="field-error"
          data-again="This device has a passkey of yours already."
          data-other="No passkey was made. You can try again."
        />
        <div className="actions">
          <button type="submit">Add a passkey</button>
        </div>
      </form>
      <form method="post" action="/passkeys/end" className="plain">
        <button type="submit" className="link">
          Sign out
        </button>
      </form>
      <form method="post" action="/passkeys/end-everywhere" className="plain">
        <button type="submit" className="link">
          Sign out everywhere
        </button>
      </form>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; its hash is in the CSP. */}
      <script type="module" dangerouslySetInnerHTML={{ __html: PASSKEY_SCRIPT }} />
    </>,
    { failed: problem !== undefined },
  );
}

const USES: Readonly<Record<Realm["of"], string>> = {
  customer: "With a passkey you confirm a payment by fingerprint, face or the PIN of your device, and need no code.",
  staff:
    "With a passkey you sign in for what cannot be taken back: by fingerprint, face or the PIN of your device. A code is not enough for that.",
};

const PROBLEMS: Readonly<Record<PasskeyProblem, string>> = {
  not_verified: "We could not check it, or it took too long. You can try again below.",
  not_added: `This passkey is known already, or you have ${PASSKEYS_PER_PERSON}, which is as many as anyone may have.`,
};

/** Asks once more before a passkey is gone. */
export function removePasskeyPage(passkey: KeptPasskey, number: number, of: Realm["of"]): string {
  return page(
    `Remove passkey ${number}`,
    <>
      <h1>Remove passkey {number}?</h1>
      <Dates passkey={passkey} />
      <p>You cannot confirm anything with it any more.{of === "customer" && " A code to your phone still works."}</p>
      <form method="post" action="/passkeys/remove">
        <input type="hidden" name="id" value={passkey.id} />
        <div className="actions">
          <button type="submit">Remove it</button>
        </div>
        <p className="resend">
          <a href="/passkeys">Keep it</a>
        </p>
      </form>
    </>,
  );
}

function Dates({ passkey: { addedAt, usedAt } }: { passkey: KeptPasskey }) {
  return (
    <p className="hint">
      Added on {day(addedAt)}. {usedAt ? `Last used on ${day(usedAt)}.` : "Not used yet."}
    </p>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });
const day = (date: Date) => DAY.format(date);
