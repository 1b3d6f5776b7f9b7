import { BANK } from "../../personas.ts";

/**
 * Plain, both colour schemes, from 320 px. No fonts or images: the page must stand when nothing else does. No quotes
 * either: React would escape them, and a style element is not unescaped.
 */
export const ERROR_PAGE_STYLES = /* css */ `
  :root { color-scheme: light dark; --brand: ${BANK.light.accent}; --on-brand: ${BANK.light.onAccent}; --ink: #16202b; --paper: #f5f6f8; --card: #fff; --line: #d5dae1; --soft: #55616f; }
  @media (prefers-color-scheme: dark) {
    :root { --brand: ${BANK.dark.accent}; --on-brand: ${BANK.dark.onAccent}; --ink: #e8ecf1; --paper: #11161c; --card: #1a212a; --line: #364150; --soft: #a9b4c2; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink);
    font: 1.0625rem/1.55 system-ui, -apple-system, Segoe UI, sans-serif; }
  main { max-width: 36rem; margin: 8vh auto 0; padding: clamp(1.25rem, 5vw, 2.5rem); background: var(--card);
    border: 1px solid var(--line); border-radius: 0.75rem; }
  h1 { margin: 0.25rem 0 1rem; font-size: 1.6rem; line-height: 1.25; }
  .bank { margin: 0 0 1.25rem; padding: 0.5rem 0.75rem; font-weight: 600; color: var(--on-brand); background: var(--brand); }
  .match { font-size: 1.75rem; font-variant-numeric: tabular-nums; letter-spacing: 0.04em; overflow-wrap: anywhere; }
  [role=alert] { padding: 0.75rem 1rem; border: 2px solid var(--ink); border-radius: 0.5rem; }
  button { min-height: 3rem; width: 100%; padding: 0.5rem 1.25rem; border: 0; border-radius: 0.5rem; font: inherit;
    font-weight: 600; color: var(--on-brand); background: var(--brand); cursor: pointer; }
  button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
  dl { margin: 1.75rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
  dl div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  dt { color: var(--soft); }
  dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
`;
