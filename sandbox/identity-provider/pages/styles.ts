/**
 * One stylesheet for every page, inlined and allowed by its hash. Pairs of text and ground are at least 7:1, of
 * controls at least 3:1, in both schemes.
 */
export const STYLES = /* css */ `
:root {
  color-scheme: light dark;
  --ground: #eff3f1; --sheet: #ffffff; --ink: #18211f; --quiet: #46524f; --line: #c3ccc8; --control: #6a7773;
  --accent: #0f3b36; --on-accent: #ffffff; --accent-down: #0a2926; --tint: #ebf3f0;
  --bad: #8c1d18; --bad-tint: #fcefed;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1514; --sheet: #18201e; --ink: #edf2f0; --quiet: #b4c1bd; --line: #35423f; --control: #82918c;
    --accent: #86d9cb; --on-accent: #06201c; --accent-down: #a9e8dd; --tint: #1f2c29;
    --bad: #ffb4ab; --bad-tint: #331a18;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
header, main { width: 100%; max-width: 30rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block: 1.5rem; }
.bank { display: flex; align-items: center; gap: 0.5rem; margin: 0; font-weight: 650; letter-spacing: -0.01em; color: var(--accent); }
.bank svg { width: 1.75rem; height: 1.75rem; fill: currentColor; flex: none; }
main { padding-bottom: 3rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; text-wrap: balance; }
h2 { margin: 0 0 0.5rem; font-size: 1.0625rem; line-height: 1.35; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.step { margin-bottom: 0.25rem; font-size: 0.9375rem; color: var(--quiet); }
.keep { white-space: nowrap; }
form { margin-block: 1.5rem; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; }
.field { margin-bottom: 1.25rem; }
label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
input { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; font: inherit; font-size: 1.0625rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--control); border-radius: 0.5rem; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
.code { font-variant-numeric: tabular-nums; letter-spacing: 0.2em; }
input.code { max-width: 12rem; font-size: 1.375rem; }
.hint, .field-error { margin: 0.25rem 0; font-size: 0.9375rem; color: var(--quiet); }
.field-error { color: var(--bad); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; }
button { flex: 1 1 9rem; min-height: 3rem; padding: 0.5rem 1rem; font: inherit; font-weight: 650; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 0.5rem; cursor: pointer; }
button:hover { background: var(--accent-down); }
button.secondary { color: var(--accent); background: transparent; }
button.secondary:hover, button.link:hover { background: var(--tint); }
button.link { min-height: 1.5rem; padding: 0; font-weight: 400; color: var(--accent); background: transparent; border: 0; border-radius: 0.25rem; text-decoration: underline; text-underline-offset: 0.15em; }
:is(a, button, input, section):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.resend { margin: 1.25rem 0 0; }
.reference { letter-spacing: 0.08em; }
.error-summary { margin-bottom: 1.5rem; padding: 1rem 1.25rem; background: var(--bad-tint); border: 1px solid var(--bad); border-left-width: 0.375rem; border-radius: 0.5rem; }
.error-summary h2 { color: var(--bad); }
.error-summary a { color: var(--bad); }
.error-summary :last-child { margin-bottom: 0; }
.error-summary ul { margin: 0; padding-left: 1.25rem; }
aside { font-size: 0.9375rem; color: var(--quiet); }
.sandbox { margin-top: 1.5rem; padding: 0.75rem 1rem; border: 1px dashed var(--control); border-radius: 0.5rem; }
.sandbox p { margin: 0; }
.inbox { margin-block: 1.5rem; padding: 1.25rem 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; }
.inbox h2 span { font-weight: 400; color: var(--quiet); white-space: nowrap; }
.inbox ol { margin: 0; padding: 0; list-style: none; }
.inbox li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
.inbox li p { margin: 0; }
.inbox li:last-child { padding-bottom: 0; }
.inbox .code { font-size: 1.5rem; font-weight: 650; letter-spacing: 0.12em; }
.inbox .meta { color: var(--quiet); white-space: nowrap; }
@media (max-width: 24rem) { form, .inbox { padding: 1rem; } }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`;
