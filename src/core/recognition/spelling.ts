import { remembering } from '../text/remembering';

/**
 * Whether two folded words are likely two spellings of one name: equal once the usual differences of transliteration are gone
 * (`Sergei`/`Sergey`, `Alexandr`/`Alexander`, `Nobak`/`Novak`, `Ludenko`/`Rudenko`), or one edit apart in a word of six letters or more.
 */
export function similarSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  const x = soundOf(a);
  const y = soundOf(b);
  if (x === y) return true;
  return Math.min(a.length, b.length) >= 6 && a[0] === b[0] && isOneEditApart(x, y);
}

/** How a folded word sounds, roughly: words of one sound are likely one name in two transliterations. */
export const soundOf: (word: string) => string = remembering(readSound);

function readSound(word: string): string {
  return word
    .replace(/aleksandr|alexandr/g, 'alexander')
    .replace(/ks/g, 'x')
    .replace(/(?:iy|ii|yi|ey|ei|y|j)/g, 'i')
    .replace(/w|v/g, 'b')
    .replace(/l/g, 'r')
    .replace(/kh/g, 'h')
    .replace(/tch|tsch|ch/g, 'c')
    .replace(/(.)\1/g, '$1');
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let x = a.length - 1;
  let y = b.length - 1;
  while (x >= i && y >= i && a[x] === b[y]) {
    x--;
    y--;
  }
  return x - i <= 0 && y - i <= 0;
}
