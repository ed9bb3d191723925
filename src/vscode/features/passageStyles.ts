import * as vscode from 'vscode';

/** Underlines beyond this many lie on each other; the hover and the panel still tell them apart. */
const maxLanes = 5;

export interface StyleKey {
  readonly color: string | undefined;
  readonly lane: number;
  readonly underlineOnly: boolean;
}

export function styleKey(color: string | undefined, lane: number, underlineOnly: boolean): StyleKey {
  return { color: color && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined, lane, underlineOnly };
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
  const tint = color ? `${color}2e` : 'var(--vscode-pressmark-passageBackground)';
  const line = color ?? 'var(--vscode-pressmark-passageOverview)';
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: `${highContrast || underlineOnly ? 'transparent' : tint}; ${underline(line, lane)}`,
    overviewRulerColor: color ?? new vscode.ThemeColor('pressmark.passageOverview'),
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
