import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Token, Tokens } from 'marked';
import { Lexer } from 'marked';

/** Something to be drawn. */
type Drawn = TemplateResult | typeof nothing | string | readonly Drawn[];

/**
 * A note's Markdown, drawn. Nothing of the note becomes markup by itself: its tokens are put into templates as text, HTML is shown as
 * it is written, images as their description, and only links to the web and to mail addresses can be followed.
 */
export function markdown(source: string): Drawn {
  return blocks(new Lexer({ gfm: true, breaks: true }).lex(source));
}

function blocks(tokens: readonly Token[]): Drawn {
  return tokens.map(block);
}

function block(token: Token): Drawn {
  switch (token.type) {
    case 'space':
    case 'def':
      return nothing;
    case 'hr':
      return html`<hr />`;
    case 'heading':
      return html`<p><strong>${inlines(token)}</strong></p>`;
    case 'code':
      return html`<pre><code>${token['text']}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${blocks((token as Tokens.Blockquote).tokens)}</blockquote>`;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'paragraph':
      return html`<p>${inlines(token)}</p>`;
    case 'text':
      return token.tokens ? inlines(token) : plain(token);
    default:
      return html`<p>${token.raw}</p>`;
  }
}

function list({ ordered, start, items }: Tokens.List): TemplateResult {
  const lines = items.map(
    ({ task, checked, tokens }) =>
      html`<li>${task ? (checked ? '☑ ' : '☐ ') : nothing}${blocks(tokens)}</li>`,
  );
  return ordered
    ? html`<ol start=${start || 1}>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`;
}

function table({ header, rows }: Tokens.Table): TemplateResult {
  return html`<table>
    <tr>
      ${header.map((cell) => html`<th>${cell.tokens.map(inline)}</th>`)}
    </tr>
    ${rows.map(
      (row) =>
        html`<tr>
          ${row.map((cell) => html`<td>${cell.tokens.map(inline)}</td>`)}
        </tr>`,
    )}
  </table>`;
}

function inlines(token: Token): Drawn {
  return (('tokens' in token ? token.tokens : undefined) ?? []).map(inline);
}

function inline(token: Token): Drawn {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines(token)}</strong>`;
    case 'em':
      return html`<em>${inlines(token)}</em>`;
    case 'del':
      return html`<del>${inlines(token)}</del>`;
    case 'codespan':
      return html`<code>${token['text']}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
      return isWebAddress((token as Tokens.Link).href)
        ? html`<a href=${(token as Tokens.Link).href}>${inlines(token)}</a>`
        : token.raw;
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inlines(token) : plain(token);
    case 'image':
    case 'html':
    default:
      return token.raw;
  }
}

/** Tokens of text have their `&`, `<` … as written. */
function plain(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

function isWebAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}
