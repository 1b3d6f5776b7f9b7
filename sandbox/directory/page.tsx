import { renderToStaticMarkup } from "react-dom/server";
import { certificateOf, type Entry, ROLES } from "./entries.ts";

/** The register for people: what it says of each firm, and how to make it say something else. */
export function renderRegister(entries: readonly Entry[], pkiFolder: string): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Register of TPPs</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/styles.css" />
      </head>
      <body>
        <main>
          <h1>Register of TPPs</h1>
          <p>
            What a public register would say of each firm, signed. The bank looks at it each hour, and at once when its
            staff ask.
          </p>
          {entries.map((entry) => (
            <Firm key={entry.tpp.id} entry={entry} pkiFolder={pkiFolder} />
          ))}
        </main>
        <footer>Part of the sandbox.</footer>
      </body>
    </html>,
  )}`;
}

function Firm({ entry: { tpp, status, roles, certificateDays }, pkiFolder }: { entry: Entry; pkiFolder: string }) {
  const { notAfter } = certificateOf(pkiFolder, tpp.id);
  return (
    <section aria-labelledby={tpp.id}>
      <h2 id={tpp.id}>{tpp.name}</h2>
      <p>
        {tpp.legalName}, {tpp.organisationId}
      </p>
      <form method="post" action={`/firms/${tpp.id}`}>
        <fieldset>
          <legend>Standing</legend>
          {(["Active", "Withdrawn"] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="status" value={each} defaultChecked={each === status} /> {each}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Roles</legend>
          {ROLES.map((role) => (
            <label key={role}>
              <input type="checkbox" name="role" value={role} defaultChecked={roles.includes(role)} /> {role}
            </label>
          ))}
        </fieldset>
        <label>
          Certificate ends in days (empty: {notAfter.toISOString().slice(0, 10)})
          <input type="number" name="days" min={-30} max={4000} defaultValue={certificateDays} />
        </label>
        <button type="submit">Publish for {tpp.name}</button>
      </form>
    </section>
  );
}

export const STYLES = `
:root { color-scheme: light dark; --paper: #f6f7f5; --ink: #1b1d1f; --line: #cfd3cf; --card: #ffffff; --accent: #2c5f4b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #141715; --ink: #e6e9e7; --line: #3a413d; --card: #1c211e; --accent: #9fd8bf; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 768px; padding: 32px 24px; background: var(--paper); color: var(--ink);
  font: 16px/24px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section { margin: 24px 0; padding: 16px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
fieldset { border: 0; margin: 0 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; }
legend { font-weight: 600; } label { min-height: 32px; display: inline-flex; flex-wrap: wrap; align-items: center; gap: 8px; }
input[type="number"], button { font: inherit; min-height: 44px; padding: 8px 12px; border: 1px solid var(--accent);
  border-radius: 8px; background: var(--card); color: inherit; }
button { display: block; margin-top: 12px; font-weight: 600; }
`;
