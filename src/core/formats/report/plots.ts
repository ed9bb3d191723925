import { counted } from '../../text/counted';
import { escapeHtml } from './escapeHtml';

export interface Bar {
  readonly label: string;
  readonly depth: number;
  readonly value: number;
  /** What stands at the end of the bar. */
  readonly detail: string;
  /** `#rrggbb`. */
  readonly color?: string;
}

const rowHeight = 22;
const labelWidth = 240;
const barWidth = 320;
const detailWidth = 140;

/** A horizontal bar chart as SVG. Colours are CSS classes or the code's own, so that dark and print styles apply. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = bars.length * rowHeight;
  const rows = bars.map(({ label, depth, value, detail, color }, i) => {
    const y = i * rowHeight;
    const width = round((barWidth * value) / most);
    const fill = /^#[0-9a-f]{6}$/i.test(color ?? '') ? ` style="fill: ${color}"` : '';
    const indent = Math.min(depth, 6) * 12;
    return [
      `<text x="${indent}" y="${y + 15}">${escapeHtml(clip(label, 32 - 2 * Math.min(depth, 6)))}`,
      `<title>${escapeHtml(label)}</title></text>\n`,
      `<rect class="bar" x="${labelWidth}" y="${y + 4}" width="${width}" height="14"${fill}/>\n`,
      `<text class="value" x="${round(labelWidth + width + 6)}" y="${y + 15}">${escapeHtml(detail)}</text>\n`,
    ].join('');
  });
  return svg(title, labelWidth + barWidth + detailWidth, height, rows.join(''));
}

const columnHeight = 140;
const chartWidth = 680;
const labelRoom = 56;

/** A column chart over time as SVG; labels stand where they have room. `thing` is what is counted (“passage”). */
export function columnChart(
  title: string,
  thing: string,
  columns: readonly { label: string; value: number }[],
): string {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const step = chartWidth / columns.length;
  const every = Math.max(1, Math.ceil(labelRoom / step));
  const parts = columns.map(({ label, value }, i) => {
    const height = round((columnHeight * value) / most);
    const x = round(i * step);
    const width = round(Math.max(1, step - Math.min(4, step / 4)));
    return [
      `<rect class="bar" x="${x}" y="${round(columnHeight + 16 - height)}" width="${width}" height="${height}">`,
      `<title>${escapeHtml(`${label}: ${value}`)}</title></rect>\n`,
      i % every === 0 && x <= chartWidth - labelRoom + 8
        ? `<text class="value" x="${x}" y="${columnHeight + 32}">${escapeHtml(label)}</text>\n`
        : '',
    ].join('');
  });
  const base = columnHeight + 16;
  const top = [
    `<text class="value" x="0" y="10">${counted(most, thing)}</text>\n`,
    `<line x1="0" x2="${chartWidth}" y1="16" y2="16"/>\n<line x1="0" x2="${chartWidth}" y1="${base}" y2="${base}"/>\n`,
  ].join('');
  return svg(title, chartWidth, columnHeight + 40, top + parts.join(''));
}

function svg(title: string, width: number, height: number, content: string): string {
  const box = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg role="img" aria-label="${escapeHtml(title)}" ${box} xmlns="http://www.w3.org/2000/svg">\n${content}</svg>\n`;
}

/** Characters as wide as they are high. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;

/** As much of a text as fits into the room of so many narrow characters. */
function clip(text: string, room: number): string {
  const characters = [...text];
  let taken = 0;
  const end = characters.findIndex((character) => (taken += wide.test(character) ? 2 : 1) > room);
  return end < 0 ? text : `${characters.slice(0, end - 1).join('')}…`;
}

/** Two digits after the point are finer than any screen. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
