import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** A dot in a code's colour. An SVG attribute, since the content security policy allows no inline styles. */
export function swatch(color: string, slot?: string): TemplateResult {
  return html`<svg class="swatch" slot=${slot ?? ''} viewBox="0 0 10 10" aria-hidden="true">
    <circle cx="5" cy="5" r="4.5" fill=${color}></circle>
  </svg>`;
}
