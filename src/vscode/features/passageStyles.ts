import * as vscode from 'vscode';
import { maxLanes, tintOf } from '../../core/annotation/passageLook';

export interface StyleKey {
  readonly color: string | undefined;
  readonly lane: number;
  readonly underlineOnly: boolean;
}

export function styleKey(color: string | undefined, lane: number, underlineOnly: boolean): StyleKey {
  return { color: plainColor(color), lane, underlineOnly };
}

/** A colour that may stand in a style; files can say anything. */
export function plainColor(color: string | undefined): string | undefined {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
}

/**
 * The decoration types of passages, one for each colour and lane. A passage has a tint (the first code's), and an
 * underline for each code; underlines of overlapping passages lie below each other, so that up to five stay readable.
 * In high contrast there is no tint.
 */
export class PassageStyles implements vscode.Disposable {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();

  all(): Iterable<vscode.TextEditorDecorationType> {
    return this.types.values();
  }

  for(key: StyleKey): vscode.TextEditorDecorationType {
    const lane = key.lane % maxLanes;
    const name = `${key.color ?? ''} ${lane} ${key.underlineOnly}`;
    let type = this.types.get(name);
    if (!type) this.types.set(name, (type = create(key.color, lane, key.underlineOnly)));
    return type;
  }

  /** Bars in the margin, one beside the other in these colours. */
  bars(colors: readonly (string | undefined)[]): vscode.TextEditorDecorationType {
    const name = `bars ${colors.join(' ')}`;
    let type = this.types.get(name);
    if (!type) this.types.set(name, (type = createBars(colors)));
    return type;
  }

  clear(): void {
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }

  dispose(): void {
    this.clear();
  }
}

function create(
  color: string | undefined,
  lane: number,
  underlineOnly: boolean,
): vscode.TextEditorDecorationType {
  const kind = vscode.window.activeColorTheme.kind;
  const highContrast =
    kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
  const alpha = tintOf(lane);
  const tint = color
    ? `${color}${alpha.toString(16).padStart(2, '0')}`
    : 'var(--vscode-pressmark-passageBackground)';
  const line = color ?? 'var(--vscode-pressmark-passageOverview)';
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: `${highContrast || underlineOnly || alpha === 0 ? 'transparent' : tint}; ${underline(line, lane)}`,
    overviewRulerColor: color ?? new vscode.ThemeColor('pressmark.passageOverview'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** A picture, as the editor shows one mark a line in its margin: the bars of all codes of a line are in it. */
function createBars(colors: readonly (string | undefined)[]): vscode.TextEditorDecorationType {
  const width = 20 / Math.max(4, colors.length);
  const bars = colors.map(
    (color, i) =>
      `<rect x="${(i * width).toFixed(2)}" width="${(width * 0.7).toFixed(2)}" height="20" fill="${color ?? '#808080'}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" preserveAspectRatio="none">${bars.join('')}</svg>`;
  return vscode.window.createTextEditorDecorationType({
    gutterIconPath: vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`),
    gutterIconSize: '100% 100%',
    overviewRulerColor: colors[0] ?? new vscode.ThemeColor('pressmark.passageOverview'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/**
 * A line of its own for each lane: the first three below the text, the others above it. A background image, because the
 * editor draws each decoration's background as a box of its own, while borders and text decorations of overlapping
 * decorations replace each other.
 */
function underline(color: string, lane: number): string {
  const y = lane < 3 ? `calc(100% - ${lane * 3}px)` : `${(lane - 3) * 3}px`;
  return [
    `background-image: linear-gradient(${color}, ${color})`,
    'background-size: 100% 2px',
    `background-position: 0 ${y}`,
    'background-repeat: no-repeat',
  ].join('; ');
}
