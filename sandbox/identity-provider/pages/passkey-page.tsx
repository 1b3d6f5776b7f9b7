import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { USE_PASSKEY_SCRIPT } from "./passkey-script.ts";

export interface PasskeyPageProps {
  readonly uid: string;
  /** What a passkey is to sign, as WebAuthn writes it in JSON; absent for whoever has none. */
  readonly options?: object;
  /** What came was not believed. */
  readonly failed: boolean;
}

/** The second factor where a code is not enough. */
export function passkeyPage({ uid, options, failed }: PasskeyPageProps): string {
  const title = options ? "Use your passkey" : "You need a passkey";
  return page(
    title,
    <>
      {failed && (
        <ErrorSummary title="We could not sign you in">
          <p>We could not check your passkey, or it took too long. Nothing was done. You can try again below.</p>
        </ErrorSummary>
      )}
      <p className="step">Step 2 of 2</p>
      <h1>{title}</h1>
      {options ? <UsePasskey uid={uid} options={options} /> : <NoPasskey uid={uid} />}
    </>,
    { failed },
  );
}

function UsePasskey({ uid, options }: { uid: string; options: object }) {
  return (
    <>
      <p>What you are about to do cannot be taken back. Confirm by fingerprint, face or the PIN of your device.</p>
      <p id="cannot">To use a passkey, use a newer browser with JavaScript on.</p>
      <form id="use" method="post" action={`/sign-in/${uid}/passkey`} hidden data-options={JSON.stringify(options)}>
        <input type="hidden" name="credential" />
        <p
          id="problem"
          role="alert"
          className="field-error"
          data-other="Your passkey was not used. You can try again."
        />
        <div className="actions">
          <button type="submit">Use your passkey</button>
        </div>
      </form>
      <Cancel uid={uid} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; its hash is in the CSP. */}
      <script type="module" dangerouslySetInnerHTML={{ __html: USE_PASSKEY_SCRIPT }} />
    </>
  );
}

function NoPasskey({ uid }: { uid: string }) {
  return (
    <>
      <p>
        What you are about to do cannot be taken back, and asks for a passkey. You have none yet. To add one, sign in
        with your password and a code; it takes a minute, and you come back here.
      </p>
      <p>
        <a className="button" href={`/passkeys?for=${encodeURIComponent(uid)}`}>
          Add a passkey
        </a>
      </p>
      <Cancel uid={uid} />
    </>
  );
}

function Cancel({ uid }: { uid: string }) {
  return (
    <form method="post" action={`/sign-in/${uid}/cancel`} className="plain">
      <button type="submit" className="link">
        Cancel
      </button>
    </form>
  );
}
