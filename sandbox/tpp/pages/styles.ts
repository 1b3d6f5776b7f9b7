/**
 * A precise instrument: neutral surfaces, one accent, colour for status only and never colour alone. Both schemes are
 * designed; every text pair is at least 4.5:1.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --paper: #f7f7f5; --card: #ffffff; --ink: #1b1d1f; --quiet: #565b61; --line: #d9dadb; --code: #f1f2f1;
  --accent: #3d4fb5; --on-accent: #ffffff;
  --good: #16653c; --good-tint: #e3f2e8; --bad: #a02622; --bad-tint: #fbe7e5; --wait: #7a4b00; --wait-tint: #fbf0da;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131517; --card: #1b1e21; --ink: #e8e9ea; --quiet: #a5abb1; --line: #34393e; --code: #14171a;
    --accent: #a9b6ff; --on-accent: #131517;
    --good: #86d7a6; --good-tint: #16301f; --bad: #ff9d96; --bad-tint: #3a1a18; --wait: #f2c36b; --wait-tint: #35270c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/24px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
a { color: var(--accent); text-underline-offset: 3px; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1, h2, h3, h4, p, dt, li > span, a > span { min-width: 0; overflow-wrap: anywhere; }
h1 { font-size: 28px; letter-spacing: -0.01em; } h2 { font-size: 20px; } h3 { font-size: 16px; } h4 { font-size: 14px; }
p { margin: 0; max-width: 68ch; } ul, ol, dl { margin: 0; padding: 0; list-style: none; }
.quiet { color: var(--quiet); font-size: 14px; line-height: 20px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 16px; top: 8px; background: var(--card); padding: 8px; }

.strip { border-bottom: 1px solid var(--line); background: var(--card); }
.strip > div {
  max-width: 1152px; margin: 0 auto; padding: 12px 24px;
  display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; justify-content: space-between;
}
.strip .name { font-weight: 650; color: inherit; text-decoration: none; }
.strip ul { display: flex; flex-wrap: wrap; gap: 4px 24px; } .strip [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
main { max-width: 1152px; margin: 0 auto; padding: 32px 24px 64px; display: grid; gap: 24px; }
main > * { min-width: 0; }
main.narrow { max-width: 768px; }
footer { max-width: 1152px; margin: 0 auto; padding: 0 24px 32px; }

.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 24px; display: grid; gap: 16px; min-width: 0; }
.card > * { min-width: 0; }
.stack { display: grid; gap: 16px; min-width: 0; } .stack > * { min-width: 0; }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }

.button {
  display: inline-block; font: inherit; font-weight: 600; line-height: 24px; padding: 9px 20px; border-radius: 8px; cursor: pointer;
  text-decoration: none; border: 1px solid var(--accent); background: var(--card); color: var(--accent);
}
.button.primary { background: var(--accent); color: var(--on-accent); }
.button.wide { padding: 13px 28px; font-size: 18px; }
.button:hover { text-decoration: underline; }

.status { display: inline-flex; gap: 6px; align-items: center; font-size: 14px; line-height: 20px; font-weight: 600; padding: 2px 10px; border-radius: 99px; white-space: nowrap; }
.status::before { font-weight: 700; }
.status.good { color: var(--good); background: var(--good-tint); } .status.good::before { content: "✓" / ""; }
.status.bad { color: var(--bad); background: var(--bad-tint); } .status.bad::before { content: "✕" / ""; }
.status.wait { color: var(--wait); background: var(--wait-tint); } .status.wait::before { content: "◔" / ""; }
.status.over { color: var(--quiet); background: var(--code); } .status.over::before { content: "■" / ""; }

.tabs { display: flex; gap: 0 8px; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
.tabs a { padding: 8px 4px; margin: 0 12px -1px 0; text-decoration: none; border-bottom: 3px solid transparent; color: var(--quiet); }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
form.order { display: grid; gap: 24px; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: grid; gap: 12px; }
/* Floated, a legend is laid out as an ordinary child instead of on the border. */
legend { float: left; font-weight: 650; padding: 0; }
.choices { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); }
.choice { display: grid; grid-template-columns: 20px 1fr; gap: 2px 12px; align-items: start; align-content: start; padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice input { margin: 4px 0 0; width: 16px; height: 16px; accent-color: var(--accent); }
.choice small { grid-column: 2; color: var(--quiet); font-size: 14px; line-height: 20px; }
.choice code { overflow-wrap: anywhere; }
.group { gap: 8px; } .group > legend { color: var(--quiet); font-weight: 600; font-size: 14px; }
details > summary { cursor: pointer; font-weight: 600; color: var(--accent); } details[open] > summary { margin-bottom: 16px; }
.fields { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr)); align-items: start; }
.field { display: grid; gap: 4px; } .field label { font-weight: 600; font-size: 14px; }
.field input, .field textarea, .field select { font: inherit; color: inherit; width: 100%; padding: 9px 12px; border: 1px solid var(--quiet); border-radius: 8px; background: var(--card); }
.field.whole { grid-column: 1 / -1; } .field input, .field select { min-height: 44px; } .field textarea { font-family: var(--mono); font-size: 14px; }
.field [aria-invalid] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.error { color: var(--bad); font-weight: 600; font-size: 14px; }
.summary { border: 1px solid var(--bad); background: var(--bad-tint); border-radius: 8px; padding: 16px 20px; display: grid; gap: 8px; }
.presets { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 14px; }
.presets [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }

.facts { display: grid; gap: 12px 32px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
.facts dt, .pairs dt { color: var(--quiet); font-size: 13px; line-height: 20px; }
.facts dd { margin: 0; overflow-wrap: anywhere; } .facts .id { font-family: var(--mono); font-size: 13px; }
.pairs { display: grid; gap: 2px 16px; grid-template-columns: minmax(120px, max-content) 1fr; font-size: 13px; line-height: 20px; }
.pairs > div { display: contents; } .pairs dd { margin: 0; font-family: var(--mono); overflow-wrap: anywhere; min-width: 0; }
@media (max-width: 560px) { .pairs { grid-template-columns: minmax(0, 1fr); } .pairs dd { margin-bottom: 6px; } }

.run { display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr); }
.rail { font-size: 14px; line-height: 20px; }
.rail ol { display: grid; gap: 2px; counter-reset: step; }
.rail a { display: grid; grid-template-columns: 20px 1fr; gap: 8px; padding: 4px 8px; border-radius: 6px; color: var(--ink); text-decoration: none; }
.rail a:hover { background: var(--card); text-decoration: underline; }
.rail a::before { content: "✓" / ""; color: var(--good); font-weight: 700; }
.rail a.bad::before { content: "✕" / ""; color: var(--bad); }
@media (min-width: 960px) {
  .run { grid-template-columns: 224px minmax(0, 1fr); }
  .rail { position: sticky; top: 24px; align-self: start; max-height: calc(100vh - 48px); overflow: auto; }
}
.step > header { display: grid; gap: 4px; }
.step > header .row { justify-content: space-between; }
.number { color: var(--quiet); font-weight: 500; margin-right: 8px; }
.exchange { display: grid; gap: 16px; border-top: 1px solid var(--line); padding-top: 16px; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 1100px) { .exchange { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.side { display: grid; gap: 8px; align-content: start; min-width: 0; overflow-wrap: anywhere; }
.line { font-family: var(--mono); font-size: 13px; line-height: 20px; overflow-wrap: anywhere; }
pre {
  margin: 0; padding: 12px; background: var(--code); border: 1px solid var(--line); border-radius: 6px; font: 13px/20px var(--mono);
  white-space: pre-wrap; overflow-wrap: anywhere; max-height: 360px; overflow: auto; min-width: 0;
}
.checks { display: grid; gap: 6px; }
.checks li { display: grid; grid-template-columns: 20px 1fr; gap: 8px; }
.checks li::before { content: "✓" / ""; color: var(--good); font-weight: 700; } .checks li.bad::before { content: "✕" / ""; color: var(--bad); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 20px; }
caption { text-align: left; font-weight: 650; padding-bottom: 8px; }
th { text-align: left; font-weight: 600; color: var(--quiet); } th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: break-word; } td:last-child, th:last-child { padding-right: 0; }
@media (forced-colors: active) { .status, .card, pre { border: 1px solid; } }
@media print { .rail, .strip ul, form { display: none; } pre { max-height: none; } }
`;
