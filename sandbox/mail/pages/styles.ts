/** Plain and readable in both schemes; every text pair is at least 4.5:1. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --paper: #f7f7f5; --card: #ffffff; --ink: #1b1d1f; --quiet: #565b61; --line: #d9dadb; --accent: #3d4fb5;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #131517; --card: #1b1e21; --ink: #e8e9ea; --quiet: #a5abb1; --line: #34393e; --accent: #a9b6ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 768px; padding: 32px 24px; background: var(--paper); color: var(--ink);
  font: 16px/24px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
a { color: var(--accent); text-underline-offset: 3px; }
h1 { font-size: 28px; line-height: 1.25; overflow-wrap: anywhere; } h2 { font-size: 20px; margin: 32px 0 12px; }
time { white-space: nowrap; } footer { margin-top: 32px; }
ol { list-style: none; margin: 24px 0; padding: 0; display: grid; gap: 12px; }
li, pre, iframe { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
li { overflow-wrap: anywhere; } li p { margin: 4px 0 0; }
form { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
input, button { font: inherit; padding: 8px 12px; border: 1px solid var(--quiet); border-radius: 8px; background: var(--card); color: inherit; min-height: 44px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; height: 420px; padding: 0; background: #ffffff; color-scheme: light; }
.quiet { color: var(--quiet); font-size: 14px; line-height: 20px; }
`;
