/** What labels on spans do not show, though our files carry it for the way back. */
export const labelLimits = {
  discontinuous: 'carried',
  'several-codes': 'kept',
  'code-less': 'carried',
  identity: 'carried',
  note: 'carried',
  author: 'carried',
  time: 'carried',
  id: 'carried',
  normalized: 'carried',
  'code-tree': 'dropped',
  'code-definition': 'dropped',
  'code-example': 'dropped',
  'code-color': 'dropped',
  'code-key': 'dropped',
  'unused-code': 'dropped',
} as const;
