import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeText } from './decode';
import { visible } from './fitDocument';
import type { ReadProblem, SourceFile } from './format';
import { sentence } from '../text/message';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Character data. Characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>\r]/g, (character) => escapes[character]!);
}

/** An attribute's value: line ends and tabs as references, so that no parser makes spaces of them. */
export function xmlAttribute(value: string): string {
  return visible(value).replace(/[&<>"\t\n\r]/g, (character) => escapes[character]!);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** ` a="1" b="2"`: attributes in the order given, without the undefined ones. */
export function xmlAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join('');
}

/** An element on lines of its own around its children, or empty; children are XML already. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const head = `<${name}${xmlAttributes(attributes)}`;
  return children.length === 0 ? `${head}/>\n` : `${head}>\n${children.join('')}</${name}>\n`;
}

/** An element that holds text only. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>\n`;
}

/** An XML element as read: attributes without prefixes, children in order, all text below it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

// References are decoded below: only those that XML itself defines, so that no document can make them grow.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

/** The root element, or undefined with a problem that says the line. Prefixes of names are kept. */
export function parseXml(file: SourceFile, problems: ReadProblem[]): XmlNode | undefined {
  const xml = decodeText(file, problems);
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    problems.push({
      file: file.path,
      line: valid.err.line,
      message: sentence('No valid XML: {0}', valid.err.msg),
    });
    return undefined;
  }
  try {
    const roots = (parser.parse(xml) as RawNode[]).map(toNode);
    return roots.find((node) => node !== undefined && !node.name.startsWith('?'));
  } catch (error) {
    problems.push({ file: file.path, line: 1, message: sentence('No valid XML: {0}', String(error)) });
    return undefined;
  }
}

type RawNode = Readonly<Record<string, unknown>>;

function toNode(raw: RawNode): XmlNode | undefined {
  const name = Object.keys(raw).find((key) => key !== ':@' && !key.startsWith('#'));
  if (name === undefined) return undefined;
  const inner = raw[name] as readonly RawNode[];
  const attributes = (raw[':@'] ?? {}) as Readonly<Record<string, string>>;
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, unescapeXml(value)]),
    ),
    children: inner.map(toNode).filter((node) => node !== undefined),
    text: inner.map((child) => unescapeXml(String(child['#text'] ?? ''))).join(''),
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name as string] ?? (whole as string);
    const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Children of that name, prefixes aside. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => localName(child.name) === name) ?? [];
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node, name)[0];
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
