/** What a report for reading leaves out or only counts. */
export const reportLimits = {
  mention: 'approximated',
  rejection: 'dropped',
  time: 'dropped',
  id: 'dropped',
  normalized: 'dropped',
  text: 'dropped',
  'code-key': 'dropped',
} as const;
