/** What was measured, by name; times in milliseconds, sizes in bytes. */
export interface Figures {
  readonly sizes: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'files' | 'MB/s';
  /** What it is set beside: name of another row of the same unit, or a goal. */
  readonly beside?: string;
  readonly goal?: number;
  readonly note?: string;
}

export function printFigures(name: string, { sizes, rows }: Figures): void {
  const told = Object.entries(sizes).map(([what, size]) => `${size.toLocaleString('en')} ${what}`);
  console.log(`\n## ${name}: ${told.join(', ')}\n`);
  const cells = [
    ['', 'measured', 'ratio', 'goal', ''],
    ...rows.map((row) => [row.what, shown(row), ratio(row, rows), goal(row), row.note ?? '']),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  cells.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  for (const line of cells) console.log(`| ${line.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`);
}

function shown({ value, unit }: Row): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })} ${unit}`;
}

function ratio({ value, beside }: Row, rows: readonly Row[]): string {
  const other = rows.find(({ what }) => what === beside);
  return other === undefined ? '' : `${(value / other.value).toFixed(2)} × ${other.what}`;
}

function goal({ value, goal, unit }: Row): string {
  return goal === undefined ? '' : `≤ ${goal} ${unit}: ${value <= goal ? 'met' : 'missed'}`;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
