import script from "./press-keys.js?raw";

const KEYS = [
  ["j", "Next row"],
  ["k", "Row before"],
  ["Enter", "Open the row"],
  ["/", "Search"],
  ["?", "This list"],
] as const;

/**
 * Keys for whoever works on lists all day; the page works without. They can be turned off: somebody who speaks to their
 * computer would press them by accident (WCAG 2.1.4).
 *
 * @param nonce of this page's policy.
 */
export function AdminKeys({ nonce }: { nonce: string | undefined }) {
  return (
    <>
      <button type="button" id="keys-open" className="plain" hidden>
        Keys
      </button>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {KEYS.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input type="checkbox" /> Keys are on in this browser
        </label>
        <form method="dialog">
          <button type="submit" className="act">
            Close
          </button>
        </form>
      </dialog>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours, the same for everybody */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  );
}
