import { renderPage } from "./layout.tsx";

/**
 * Where a hybrid answer lands. It sits behind the `#` of the address, which no server sees, so a script of four lines
 * hands it over; without scripts the customer does.
 */
export function renderCallbackPage(nonce: string): string {
  return renderPage({
    title: "Taking the bank's answer",
    narrow: true,
    children: (
      <section className="card">
        <h1>Taking the bank's answer</h1>
        <p>
          The bank put its answer behind the # of this page's address. Only the browser can see that part, so a small
          script passes it on.
        </p>
        <form className="stack" method="post" action="/callback" id="answer">
          <div className="field">
            <label htmlFor="response">Address of this page</label>
            <span className="quiet" id="response-hint">
              Scripts are off? Copy the whole address from the address bar into this field.
            </span>
            <textarea
              id="response"
              name="response"
              rows={3}
              autoComplete="off"
              aria-describedby="response-hint"
              required
            />
          </div>
          <div>
            <button className="button primary" type="submit">
              Continue
            </button>
          </div>
        </form>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; React would escape its quotes */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SCRIPT }} />
      </section>
    ),
  });
}

// The address is cleaned first: the code must not stay in the history.
const SCRIPT = `if (location.hash.length > 1) {
  document.getElementById("response").value = location.hash;
  history.replaceState(null, "", location.pathname);
  document.getElementById("answer").submit();
}`;
