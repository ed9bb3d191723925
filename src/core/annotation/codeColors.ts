/**
 * Colours for codes, in the order in which new codes take them: each has a contrast of at least 3:1 on white, on
 * `#1f1f1f` and on black (WCAG 1.4.11), and most can be told apart.
 */
export const namedColors: readonly { readonly name: string; readonly color: string }[] = [
  { name: 'Blue', color: '#4b78e2' },
  { name: 'Teal', color: '#178c88' },
  { name: 'Orange', color: '#bd681f' },
  { name: 'Violet', color: '#9261e5' },
  { name: 'Green', color: '#189144' },
  { name: 'Rose', color: '#e04262' },
  { name: 'Sky', color: '#1d87b4' },
  { name: 'Gold', color: '#9a7c19' },
  { name: 'Magenta', color: '#d723d7' },
  { name: 'Olive', color: '#568c17' },
  { name: 'Red', color: '#de4c35' },
  { name: 'Indigo', color: '#6e6ee7' },
  { name: 'Brown', color: '#a67359' },
  { name: 'Slate', color: '#6e7f91' },
];
