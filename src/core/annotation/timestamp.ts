/** A moment as sidecars write it: UTC, to the second, `2026-03-02T08:15:00Z`. */
export function timestamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
