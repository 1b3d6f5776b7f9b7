import script from "./ask-passkey.js?raw";
import { Icon } from "./icon";

/** What the browser is to ask the passkey for. */
export interface PasskeyToAsk {
  readonly rpId: string;
  readonly keys: readonly { readonly id: string; readonly transports: readonly string[] }[];
  /** Of this page's policy; without one its script does not run, and the form stays hidden. */
  readonly nonce: string | undefined;
}

interface PasskeyFormProps {
  readonly view: { readonly use: string; readonly hint: string; readonly failed: string };
  readonly bound: string;
  readonly passkey: PasskeyToAsk;
}

/** Shown by its own script alone: a browser asks a passkey for nothing without one. */
export function PasskeyForm({ view, bound, passkey: { rpId, keys, nonce } }: PasskeyFormProps) {
  return (
    <>
      <form
        id="passkey"
        method="post"
        autoComplete="off"
        hidden
        data-rp-id={rpId}
        data-keys={JSON.stringify(keys)}
        className="mt-8"
      >
        <input type="hidden" name="choice" value="passkey" />
        <input type="hidden" name="bound" value={bound} />
        <input type="hidden" name="response" />
        <div className="flex">
          <button type="submit" className="button">
            <Icon of="lock" />
            <span>{view.use}</span>
          </button>
        </div>
        <p className="small mt-2">{view.hint}</p>
        <p role="alert" hidden className="mt-2 text-problem">
          {view.failed}
        </p>
      </form>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours, the same for everybody */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  );
}
