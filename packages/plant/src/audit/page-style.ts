/** The report's style: light and dark by the reader's system, one column on a phone, charts side by side on a laptop. */
export const pageStyle = `
:root { --ground: #fff; --ink: #1c2330; --faint: #5b6473; --line: #d5dae2; --card: #f5f7fa; --bar: #3b6fb6; --mark: #b3261e; --good: #1c6e42; --band: #dfe9df; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181f; --ink: #e6eaf0; --faint: #9aa4b2; --line: #333b47; --card: #1c222b; --bar: #6fa3e8; --mark: #ff8a80; --good: #7fd6a4; --band: #263a2e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .5rem; }
p { margin: .5rem 0; max-width: 44rem; }
.file { color: var(--faint); overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.2rem 0 0; }
.facts div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
.facts dt { color: var(--faint); font-size: .85rem; }
.facts dd { margin: 0; font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem; max-width: 60rem; }
svg { width: 100%; max-width: 34rem; height: auto; display: block; }
svg text { font: 11.5px system-ui, sans-serif; fill: var(--faint); }
svg text.title { font-weight: 600; fill: var(--ink); }
.bar { fill: var(--bar); }
.axis { stroke: var(--faint); stroke-width: 1; }
.mean { stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 3; }
.chance { fill: var(--band); }
.interval { stroke: var(--bar); stroke-width: 2; }
.dot { fill: var(--bar); }
table { border-collapse: collapse; width: 100%; max-width: 44rem; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
th { color: var(--faint); white-space: nowrap; width: 9rem; }
.wide { overflow-x: auto; margin: 1.2rem 0; border: 1px solid var(--line); border-radius: .5rem; }
.figures { width: auto; min-width: 100%; max-width: none; margin: 0; font-variant-numeric: tabular-nums; }
.figures th, .figures td { padding: .3rem .8rem; width: auto; overflow-wrap: normal; }
.figures td, .figures thead th { text-align: right; white-space: nowrap; }
.figures thead th, .figures tbody th { color: var(--ink); font-weight: 600; }
.figures .part th { color: var(--faint); font-weight: 400; padding-left: 1.8rem; }
.figures .part td { color: var(--faint); }
.figures tbody th, .figures thead td { position: sticky; left: 0; background: var(--ground); }
@media (max-width: 40rem) {
  .figures th, .figures td { padding: .3rem .5rem; }
  .figures .part th { padding-left: 1.1rem; }
  .figures tbody th { white-space: normal; width: 8rem; min-width: 8rem; }
}
.note, footer, small { color: var(--faint); font-size: .9rem; }
footer { margin-top: 2.5rem; }
.sample { padding-left: 1.6rem; }
.sample li { margin: .7rem 0; overflow-wrap: anywhere; }
.sample p { margin: 0; }
del { color: var(--mark); text-decoration: none; font-weight: 600; }
ins { color: var(--good); text-decoration: none; font-weight: 600; }
`;
