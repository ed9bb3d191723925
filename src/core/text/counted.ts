/** “1 release”, “5 releases”: for messages of the command line, which are in English. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
