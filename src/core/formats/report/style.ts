/** Styles of the HTML report: light, dark and paper. */
export const style = `:root { color-scheme: light dark; --ink: #1d2330; --soft: #5a6372; --line: #d5dae2; --bar: #3b6fb6; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ef; --soft: #a3adbd; --line: #3a4250; --bar: #7fa8e0; --page: #171b22; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 Georgia, 'Times New Roman', serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6, nav, .counts, figcaption, svg { font-family: system-ui, sans-serif; }
h1 { font-size: 1.9rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.3rem; margin: 2.25rem 0 0.75rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3, h4, h5, h6 { font-size: 1.1rem; margin: 0 0 0.25rem; }
.counts, figcaption { color: var(--soft); font-size: 0.85rem; }
.example { font-style: italic; margin: 0.25rem 0; }
nav ul { columns: 2; padding-left: 1.1rem; font-size: 0.9rem; }
nav span { color: var(--soft); }
.code { border-left: 4px solid var(--line); padding-left: 1rem; margin: 2rem 0; }
figure { margin: 1rem 0; break-inside: avoid; }
blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.note { margin: 0.35rem 0 0 1rem; white-space: pre-wrap; }
svg { display: block; max-width: 100%; height: auto; font-size: 12px; }
svg text { fill: var(--ink); }
svg .value { fill: var(--soft); }
svg .bar { fill: var(--bar); }
svg line { stroke: var(--line); }
details { font: 0.85rem system-ui, sans-serif; color: var(--soft); margin-top: 0.5rem; }
table { border-collapse: collapse; margin-top: 0.5rem; }
th, td { text-align: left; font-weight: normal; padding: 0.1rem 1rem 0.1rem 0; border-bottom: 1px solid var(--line); }
td { text-align: right; font-variant-numeric: tabular-nums; }
a { color: inherit; }
@page { margin: 18mm 16mm; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #999; --bar: #555; --page: #fff; }
  main { max-width: none; padding: 0; }
  nav, details { display: none; }
  h1, h2, h3, h4, h5, h6, .code > p:not(:last-child) { break-after: avoid; }
  svg, tr { break-inside: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
