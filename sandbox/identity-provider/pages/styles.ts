import { fontsOf } from "../../brand.ts";
import { BANK } from "../../personas.ts";

const { light, dark } = BANK;
const ofBrand = ({ accent, onAccent, mark, tint }: typeof light) =>
  `--brand: ${accent}; --on-brand: ${onAccent}; --mark: ${mark}; --ground: ${tint};`;

/**
 * One stylesheet for every page, inlined and allowed by its hash. As on the pages of the app, the bank's brand is on the
 * bank and the rest is neutral: pairs of text and ground are at least 7:1, of controls at least 3:1, in both schemes.
 */
export const STYLES = /* css */ `
:root {
  color-scheme: light dark;
  ${ofBrand(light)}
  --sheet: #ffffff; --ink: #181b1d; --quiet: #454b4f; --line: #dadedf; --control: #717a7f;
  --accent: #181b1d; --on-accent: #ffffff; --accent-down: #3a4145; --hover: #e9eced;
  --bad: #8c1d13; --bad-tint: #fdf1ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    ${ofBrand(dark)}
    --sheet: #181b1d; --ink: #eef0f1; --quiet: #b5bcc0; --line: #343a3d; --control: #858f94;
    --accent: #eef0f1; --on-accent: #141719; --accent-down: #c9d0d3; --hover: #2a2f32;
    --bad: #ffb9ae; --bad-tint: #2c1715;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 ${fontsOf(BANK)}; }
header { margin-bottom: 1.5rem; background: var(--brand); color: var(--on-brand); }
.bank, main { width: 100%; max-width: 30rem; margin-inline: auto; padding-inline: 1rem; }
.bank { display: flex; align-items: center; gap: 0.5rem; padding-block: 1rem; font-weight: 650; letter-spacing: -0.01em; }
.bank svg { width: 1.75rem; height: 1.75rem; fill: var(--mark); flex: none; }
main { padding-bottom: 3rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; text-wrap: balance; }
h2 { margin: 0 0 0.5rem; font-size: 1.0625rem; line-height: 1.35; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.step { margin-bottom: 0.25rem; font-size: 0.9375rem; color: var(--quiet); }
.keep { white-space: nowrap; }
form { margin-block: 1.5rem; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: ${BANK.radius}px; }
form.plain { padding: 0; background: none; border: 0; }
.field { margin-bottom: 1.25rem; }
label { display: block; margin-bottom: 0.25rem; font-weight: 600; }
input { width: 100%; min-height: 3rem; padding: 0.5rem 0.75rem; font: inherit; font-size: 1.0625rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--control); border-radius: ${BANK.radius}px; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
.code { font-variant-numeric: tabular-nums; letter-spacing: 0.2em; }
input.code { max-width: 12rem; font-size: 1.375rem; }
.hint, .field-error { margin: 0.25rem 0; font-size: 0.9375rem; color: var(--quiet); }
.field-error { color: var(--bad); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; }
button { flex: 1 1 9rem; min-height: 3rem; padding: 0.5rem 1rem; font: inherit; font-weight: 650; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: ${BANK.radius}px; cursor: pointer; }
button:hover { background: var(--accent-down); }
button.secondary { color: var(--accent); background: transparent; }
button.secondary:hover, button.link:hover { background: var(--hover); }
button.link { min-height: 1.5rem; padding: 0; font-weight: 400; color: var(--accent); background: transparent; border: 0; border-radius: 0.25rem; text-decoration: underline; text-underline-offset: 0.15em; }
:is(a, button, input, section):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a.button { display: inline-block; min-height: 3rem; padding: 0.6875rem 1.25rem; font-weight: 650; color: var(--on-accent); background: var(--accent); border-radius: ${BANK.radius}px; text-decoration: none; }
a.button:hover { background: var(--accent-down); }
.resend { margin: 1.25rem 0 0; }
.reference { letter-spacing: 0.08em; }
.error-summary { margin-bottom: 1.5rem; padding: 1rem 1.25rem; background: var(--bad-tint); border: 1px solid var(--bad); border-left-width: 0.375rem; border-radius: ${BANK.radius}px; }
.error-summary h2 { color: var(--bad); }
.error-summary a { color: var(--bad); }
.error-summary :last-child { margin-bottom: 0; }
.error-summary ul { margin: 0; padding-left: 1.25rem; }
aside { font-size: 0.9375rem; color: var(--quiet); }
.sandbox { margin-top: 1.5rem; padding: 0.75rem 1rem; border: 1px dashed var(--control); border-radius: ${BANK.radius}px; }
.sandbox p { margin: 0; }
.inbox { margin-block: 1.5rem; padding: 1.25rem 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: ${BANK.radius}px; }
.inbox h2 span { font-weight: 400; color: var(--quiet); white-space: nowrap; }
.inbox ol { margin: 0; padding: 0; list-style: none; }
.inbox li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
.inbox li p { margin: 0; }
.inbox li:last-child { padding-bottom: 0; }
.inbox .code { font-size: 1.5rem; font-weight: 650; letter-spacing: 0.12em; }
.inbox .meta { color: var(--quiet); white-space: nowrap; }
@media (max-width: 24rem) { form, .inbox { padding: 1rem; } }
@media (forced-colors: active) { header { border-bottom: 1px solid; } button { border-color: ButtonText; } }
`;
