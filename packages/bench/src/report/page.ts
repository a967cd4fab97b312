import { html, Markup } from './html';

/** A whole page that needs nothing else: style, figures and pictures are inside it; no script. */
export function page(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}

/** The report's looks: system fonts, one column, light and dark; nothing is fetched. */
const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1f24; --soft: #5b606b; --line: #dedbd2; --shade: #00000038; --accent: #7a3b12;
  --model-0: #6b7079; --model-1: #0b66b0; --model-2: #b8560a; --model-3: #0a7a5c; --model-4: #8c3f97; --model-5: #9a6d00;
  --pull: #0a7a5c; --hard: #b8560a; --easy: #6b7079; --right: #0a7a5c; --wrong: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15161a; --card: #1d1f25; --ink: #e9e7e1; --soft: #a7abb5; --line: #34373f; --shade: #000000b0; --accent: #f0a878;
    --model-0: #a3a8b3; --model-1: #66b3f5; --model-2: #f2994a; --model-3: #4cc9a0; --model-4: #cf93d9; --model-5: #dcb54a;
    --pull: #4cc9a0; --hard: #f2994a; --easy: #a3a8b3; --right: #4cc9a0; --wrong: #ff8f85;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 1120px; margin: 0 auto; padding: 40px 20px 72px; }
h1, h2, h3, p, li, caption { overflow-wrap: anywhere; }
h1 { font-size: clamp(1.6rem, 4.2vw, 2.3rem); line-height: 1.15; margin: 0 0 12px; letter-spacing: -0.02em; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 52px 0 6px; letter-spacing: -0.01em; }
h3 { font-size: 1rem; margin: 0 0 8px; }
p { max-width: 72ch; margin: 0 0 12px; }
.lead { font-size: 1.1rem; }
.soft, figcaption, caption { color: var(--soft); }
code, pre { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 16px 0; padding: 12px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
dl.facts { display: flex; flex-wrap: wrap; gap: 6px 28px; margin: 0; font-size: 0.875rem; }
dl.facts div { display: flex; gap: 8px; min-width: 0; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 14px 0 18px; border: 1px solid var(--line); border-radius: 8px;
  /* Shadows at the edges that have more behind them: the covers travel with the content, the shadows stay. */
  background:
    linear-gradient(90deg, var(--card) 40%, transparent) left / 40px 100% no-repeat local,
    linear-gradient(270deg, var(--card) 40%, transparent) right / 40px 100% no-repeat local,
    linear-gradient(90deg, var(--shade), transparent) left / 16px 100% no-repeat scroll,
    linear-gradient(270deg, var(--shade), transparent) right / 16px 100% no-repeat scroll,
    var(--card); }
.sideways { display: none; }
ul.notes { max-width: 78ch; margin: 0 0 12px; padding-left: 1.2em; font-size: 0.9375rem; }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 10px 14px; font-size: 0.875rem; }
th, td { padding: 7px 8px; text-align: right; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 14px; }
thead th { font-weight: 600; color: var(--soft); font-size: 0.8125rem; vertical-align: bottom; }
tbody th { font-weight: 600; overflow-wrap: anywhere; }
.scroll tbody th { white-space: normal; min-width: 8rem; }
td small { display: block; color: var(--soft); font-size: 0.75rem; }
tr.reference th, tr.reference td { color: var(--soft); font-weight: 400; }
td.text, th.text { text-align: left; white-space: normal; min-width: 7rem; }
th.kind { white-space: normal; min-width: 3.5rem; }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 8px; background: currentColor; vertical-align: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 20px; margin: 18px 0; }
figure { margin: 0; padding: 14px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
figure svg { display: block; width: 100%; max-width: 520px; height: auto; }
figcaption { font-size: 0.8125rem; margin-top: 8px; }
figure.opening { max-width: 34rem; margin: 20px 0; padding: 18px; }
.opening div { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; text-align: center; font-size: 1.0625rem; }
.opening p { margin: 0; }
.opening img { display: block; width: min(192px, 100%); height: auto; margin: 0 auto 10px; padding: 12px; background: #fff; border-radius: 8px; outline: 1px solid var(--line); }
.opening ul { margin: 14px 0 10px; padding: 0; list-style: none; }
ul.key { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; margin: 18px 0 0; font-size: 0.875rem; }
.figures:not(.wide) > figure:only-child { max-width: 550px; }
.figures.wide { grid-template-columns: 1fr; max-width: 720px; }
.figures.wide svg { max-width: none; }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 350px), 1fr)); gap: 18px; margin: 18px 0; padding: 0; list-style: none; }
.pair { padding: 6px 14px 12px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
.pair caption { padding: 6px 0 10px; font-size: 0.75rem; }
.pair table { table-layout: fixed; font-size: 0.8125rem; }
.pair tbody th, .pair th, .pair td { padding: 3px 3px; border: 0; text-align: center; white-space: normal; overflow-wrap: break-word; vertical-align: middle; }
.pair th:first-child, .pair td:first-child { text-align: left; padding-left: 0; font-weight: 400; width: 84px; }
.pair th:last-child, .pair td:last-child { width: 48px; text-align: right; padding-right: 0; }
.pair thead th { color: var(--ink); font-weight: 400; vertical-align: top; padding-bottom: 8px; }
.pair tr.answered th { font-weight: 600; }
.pair thead th:last-child { color: var(--soft); font-size: 0.75rem; line-height: 1.3; vertical-align: bottom; }
.pair tbody tr { border-top: 1px solid var(--line); }
.pair img { background: #fff; border-radius: 6px; outline: 1px solid var(--line); }
.pair img { display: block; width: min(96px, 100%); height: auto; margin: 0 auto 6px; padding: 8px; }
.right { color: var(--right); } .wrong { color: var(--wrong); }
footer { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--soft); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 760px) { .sideways { display: inline; } }
@media (max-width: 640px) {
  main { padding: 24px 16px 48px; }
  th, td { padding: 6px 8px; }
  .scroll tbody th { white-space: normal; min-width: 8.5rem; max-width: 60vw; }
  .scroll caption { max-width: calc(100vw - 34px); }
}
@media print { body { background: #fff; } figure, .scroll { break-inside: avoid; } }
`;
