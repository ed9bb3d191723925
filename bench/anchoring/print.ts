type Row = Readonly<Record<string, string | number>>;

/** Prints rows as a Markdown table, columns aligned. */
export function printTable(rows: readonly Row[]): void {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const print = (cells: readonly string[]): void => {
    const padded = cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
    console.log(`| ${padded.join(' | ')} |`);
  };
  print(lines[0]!);
  print(widths.map((width) => '-'.repeat(width)));
  lines.slice(1).forEach(print);
  console.log();
}
