import { findCalendarDate, monthOrJuche } from './calendarDate';

/** Joins alternatives into one expression over a whole line, up to closing marks. */
const whole = (...alternatives: string[]): RegExp =>
  new RegExp(`^(?:${alternatives.join('|')})[\\s:：.…»>→]*$`, 'iu');
/** Joins alternatives into one expression over the start of a line. */
const opening = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})`, 'iu');

/** Headings under which a page lists other pages: all that follows is no part of the release. */
const listHeading = whole(
  '(?:the |our |read |see |view |show |load |browse )?(?:more|other|related|latest|recent|popular|further|similar|previous|recommended|top|all|additional) ' +
    '(?:articles?|news|stor(?:y|ies)|links?|items?|materials?|content|documents?|posts?|press releases?|releases|topics?|information|pages?|publications?|videos?|photos?|statements?|events|headlines|readings?)(?: (?:from|on|by|about|in) .{1,40})?',
  'more (?:from|on|about|in|by) .{1,60}',
  '(?:see|read|watch) (?:also|more|next)',
  '(?:tags?|topics?|categor(?:y|ies)|keywords?|sections|countries|regions|persons|published in sections?|related (?:persons?|countries|topics?))',
  '(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|most (?:read|viewed|popular|recent)|trending(?: now)?|what to read next|in this section|on this topic|by topic)',
  '(?:ещ[её] (?:новости|по теме|материалы)|другие (?:новости|материалы)|читайте также|смотрите также|последние новости|все новости|материалы по теме|по теме)',
  '(?:читайте також|дивіться також|інші новини|більше новин|останні новини|усі новини|за темою)',
  '(?:más (?:artículos|noticias|de .{1,40})|noticias relacionadas|(?:leer|lea|ver|vea) también|otras noticias)',
  "(?:plus d['’](?:articles|actualités)|(?:à lire|voir) aussi|articles liés|autres articles)",
  '(?:mehr (?:zum thema|von .{1,40}|artikel|nachrichten)|siehe auch|lesen sie auch|weitere (?:artikel|nachrichten|meldungen))',
  '(?:altri articoli|leggi anche|vedi anche|mais (?:artigos|notícias)|leia também|veja também)',
  '(?:相关(?:新闻|阅读|文章|链接)|更多(?:新闻|文章)?|最新(?:新闻|动态)|推荐阅读|関連(?:リンク|記事|情報|ニュース)|その他の記事|관련 ?(?:기사|뉴스|게시물)|다른 ?기사|더 ?보기)',
);

/** A language as the bar of a page names it. */
const language =
  '(?:english|русский|українська|中文|简体中文|繁體中文|日本語|한국어|español|français|deutsch|italiano|português|türkçe|tiếng việt|العربية|عربي|فارسی|עברית|हिन्दी)';

/** Single lines of page furniture. */
const furniture = whole(
  '(?:(?:skip|jump|go) )?to the (?:text|contents?) of this page|(?:skip|jump) to (?:main )?(?:content|navigation)|menu|search|home(?: ?page)?|main(?: page)?|sitemap|languages?|close|open menu|toggle navigation|navigation',
  '(?:english|русский|українська|中文|日本語|한국어|español|français|deutsch|العربية|japanese|korean|chinese|en|ru|ua|укр|eng|рус)(?: ?[|/·,] ?(?:english|русский|українська|中文|日本語|한국어|español|français|deutsch|العربية|en|ru|ua|fr|es|de|cn|укр|eng|рус))*',
  `${language}(?: ${language})+`,
  '\\[?\\(?(?:in )?(?:japanese|korean|chinese|russian|ukrainian|english|french|spanish)(?: version)?\\)?\\]?',
  '(?:share|print|e-?mail|tweet|like|save|copy link|download|subscribe|listen|follow us|send|bookmark)(?: (?:this|the) (?:page|article|story|link|post|news|document)| (?:on|via|by|with|to) [\\p{L}-]{2,16}){0,2}',
  '(?:(?:facebook|twitter|x|linkedin|whats ?app|telegram|viber|vkontakte|vk|weibo|wechat|e-?mail|print|copy link|youtube|instagram|reddit|line|kakao ?talk|ok|pinterest|messenger)[ |/·,]*){1,12}',
  'suggest to a friend|font ?size.{0,40}|\\[font size.{0,40}|(?:big|large) (?:medium|middle) small|text size.{0,30}|a\\+? ?a-?',
  '(?:text|full|print(?:able|er-friendly)?|mobile|desktop|web|audio|video|pdf|unofficial) version|version for the visually impaired|printer-friendly',
  '(?:back|return|go) to (?:the )?(?:top|list|home|main|previous|news|index|archive).{0,30}|top(?: of page)?|to the list|list|up',
  '(?:previous|next|prev)(?: (?:article|page|post|news|story|item|release))?|previous ?[|/] ?next|page \\d+(?: of \\d+)?|\\d+ ?/ ?\\d+',
  'get adobe.{0,40}|adobe (?:acrobat )?reader.{0,40}',
  '(?:writer|author|date|hits?|views?|screen size|consular queries|(?:view )?settings|site colou?rs?|images|media cent(?:er|re)|newsroom|sign up)',
  '(?:advertisement|sponsored|loading|photo gallery|gallery|photos?|videos?|audio|comments?|leave a (?:comment|reply)|no comments|attachments?|files?|related (?:files?|attachments?|links?))',
  '(?:unofficial|courtesy|provisional|non-official|official) translation(?: from \\p{L}+)?|\\((?:unofficial|courtesy|provisional|tentative) (?:translation|english translation)\\)|translation',
  '(?:all rights reserved|privacy(?: policy)?|terms(?: of use| of service| and conditions)?|disclaimers?|accessibility|contact(?: us)?|about(?: us)?|foia|cookies?(?: settings| policy)?|accept(?: all)?(?: cookies)?|reject(?: all)?|i agree|legal notices?|rss|faq)(?: ?[|/·] ?.{1,60})?',
  '(?:press release )?(?:no|nr|n°|№|ref)\\.? ?[\\p{L}\\d][\\d/ -]{0,16}',
  'текстовая версия|версия для печати|поделиться|опубликовано в разделах?.{0,40}|дата публикации.{0,40}|прямая ссылка.{0,60}|печать|распечатать|наверх|назад|поділитися|роздрукувати|друк|нагору',
  '推荐给朋友|打印(?:本页)?|(?:全文)?打印|分享(?:到)?|上一篇|下一篇|返回(?:顶部)?|関連リンク|このページのトップへ.{0,10}|ページトップ.{0,10}|목록|이전글|다음글|인쇄|첨부(?:파일)?|위로|(?:본문|주메뉴|메뉴)? ?바로가기(?: 메뉴)?|검색창 (?:열기|닫기)|로그인|전체메뉴',
);

/** Furniture that is known by its end: tried only where a line ends so, because anything may stand in front of that. */
const furnitureByEnd = whole(
  '(?:[\\p{L} ]{2,30} )?(?:[\\p{L}-]+\\.(?:kp|jp|com|co\\.jp)|kcna|rodong sinmun|ministry of foreign affairs) \\(en\\)',
  '(?:\\d{1,2}\\. )?(?:[^.!?]{1,80} )?(?:facebook|instagram|youtube|twitter|telegram|linkedin)(?: page| channel)?',
  '\\p{Lu}[\\p{L} ]{2,24} */',
  '\\p{Lu}[\\p{L} ]{2,20}: \\d{1,2}:\\d\\d|\\+\\d[\\d ()-]{7,24}',
  '(?:.{0,30} )?(?:privacy|cookies?) (?:statement|policy|notice) (?:&|and) .{3,30}(?:policy|notice|terms)',
);
const endOfFurniture =
  /(?:\(en\)|facebook|instagram|youtube|twitter|telegram|linkedin|page|channel|[/\d()-]|policy|notice|terms)[\s:：.…»>→]*$/iu;

/** Lines that begin like furniture and carry something of their own (a title, a number, an address). */
const labelled = opening(
  '(?:read|see|watch|listen) (?:also|more|next)\\s?[:：|–-]',
  '(?:tags?|topics?|categor(?:y|ies)|keywords?|published in sections?|publication date|direct link|short (?:link|address|url)|permalink|url|link)\\s?[:：]',
  '(?:hits?|views?|viewed|visits?|read|author|writer|views count|number of views|조회수?|浏览)\\s?[:：]?\\s?\\d[\\d,.]*\\s*(?:$|times?)',
  '(?:photo|image|picture|video|photo credit|credit)(?: by| credit|s)?\\s?[:：©]',
  '(?:©|\\(c\\) ?\\d|copyright\\b)',
  '(?:this (?:web ?)?(?:site|page) uses|we use|by (?:continuing|using|clicking)|our (?:web)?site uses) .{0,80}cookies?',
  '(?:cookies? (?:help|are|allow)|please (?:enable|turn on) javascript|javascript (?:is|must)|your browser)',
  '(?:for (?:more|further) information,? (?:please )?(?:visit|contact|see|go)|(?:follow|find|join) us (?:on|at)|subscribe to|sign up (?:for|to)|stay (?:connected|informed|up to date))',
  "we[’']ll be in touch|tags? (?=\\p{Lu})(?=[^.,]*$)",
  '(?:all (?:content|materials?) (?:on|of) (?:this|the) (?:web)?site)',
  '(?:tel|phone|fax|e-?mail|address|адрес|тел)\\.?\\s?[:：]',
  '(?:\\[?font ?size)',
  '(?:home|main|главная|головна|首页|ホーム|トップページ|홈)\\s*(?:>|»|›|/|→|\\|)',
);

const breadcrumb = /^[^.!?]{2,40}(?:\s?[>»›→]\s?[^.!?]{2,60}){2,}$/u;
/** A ministry's number of a text, with its day: `1204-18-07-2026`. */
export const documentNumber = /^(?:№|No\.?|N)?\s?\d{1,5}-\d{1,2}-\d{1,2}-(?:20)?\d\d(?:[-/].{0,10})?$/iu;
const picture =
  /^(?:!\[[^\]]*\]|\[(?:image|photo|video|picture)[^\]]*\]|\((?:photos?|pictures?|file photo)[^)]*\))$/iu;

/** The rule below the head of a table in Markdown. */
const tableRule = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/u;

/** What {@link withoutMarkup} takes off begins so or has one of these. */
const marked = /^[#•-]|[*_[]/u;
/** What parts the steps of a path to a page. */
const stepOfPath = /[>»›→]/u;

/** `### See also`, `- [Print](#)`: a line of a page kept as Markdown, as the page shows it. */
function withoutMarkup(line: string): string {
  return line
    .replace(/^(?:#{1,6}|[-*•])\s+(?=\S)/u, '')
    .replace(/(?<!!)\[([^\]]{1,80})\]\([^)]{0,300}\)/gu, '$1')
    .replace(/\*\*|__/gu, '');
}

/** Whether a line is the heading of a list of other pages, in any of the issuers' languages. */
export function isListHeading(written: string): boolean {
  const line = marked.test(written) ? withoutMarkup(written) : written;
  return line.length <= 100 && listHeading.test(line) && !/[\p{L}\d]\.$/u.test(line);
}

/** Whether a line is page furniture: navigation, sharing, print, cookies, counters, document numbers. */
export function isFurniture(written: string): boolean {
  if (written.length > 400) return false;
  const line = marked.test(written) ? withoutMarkup(written) : written;
  if (line.length > 200) return false;
  if (
    line.includes(' | ') &&
    !/[.!?]/u.test(line) &&
    line.split(' | ').every((part) => isOneOfFurniture(part.trim()))
  )
    return true;
  return (
    isOneOfFurniture(line) ||
    labelled.test(line) ||
    documentNumber.test(line) ||
    picture.test(line) ||
    tableRule.test(line) ||
    (stepOfPath.test(line) && breadcrumb.test(line))
  );
}

function isOneOfFurniture(line: string): boolean {
  return furniture.test(line) || (endOfFurniture.test(line.slice(-24)) && furnitureByEnd.test(line));
}

const dateLabel =
  /^(?:calendar\s?>>|(?:last )?updated?|published|publication date|date|posted|release(?:d| date)?|issued|time|created|registration date|registered|written|date of publication|дата|опубликовано|опубліковано|发布时间|更新时间|등록일|작성일|날짜)(?: (?:on|at))?\s?[:：]?\s*/iu;
/** What the pages of archives put behind a date: where the text comes from. */
const sourceBehind =
  /\s\|\s(?:source|read (?:the )?original|press releases?|statements?|remarks|news|speech(?:es)?)\b.*$/iu;
/** What conferences put behind their day and hour: the place where they were held. */
const venueBehind =
  /^(.*\d{1,2}:\d\d [ap]\.?m\.?),? (?:(?:at )?(?:the )?[Mm]inistry of [Ff]oreign [Aa]ffairs|\p{Lu}[\p{L}. ]{2,24}(?: \(\p{Lu}[\p{L} ]{2,24}\))?)$/u;
const aroundDate =
  /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|\b[ap]\.?m\b\.?|\b(?:utc|gmt|msk|est|edt|cet|cest|eet|kst|jst|cst|pst|z)\b|T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?|\bat\b|\b(?:local|moscow|kyiv|beijing|tokyo|seoul) time\b|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|года?|р\.)|\bjuche?\s?\d{1,3}\b|星期.|[()[\]|,.;–—\s-])/giu;

/** A line whose first word can be no part of a date, its label or its hour: as nearly all lines of prose begin. */
const opensWithWord = new RegExp(
  `^(?!${monthOrJuche.source})(?!calendar|last|updat|publi|date|posted|releas|issued|time|created|regist|writ)` +
    '(?!mon|tue|wed|thu|fri|sat|sun|utc|gmt|msk|est|edt|ce|eet|kst|jst|cst|pst|local|moscow|kyiv|beijing|tokyo|seoul)' +
    '(?!(?:at|[ap]m?|[tz])(?![a-z]))[a-z]',
  'i',
);

/** Whether a line says with a label whose date it is: `Date: 24/09/2020`, not merely the day a page was stored. */
export function isLabelledDate(line: string): boolean {
  return /^[\p{L} >]{2,24}[:：>]/u.test(line) && isDateLine(line);
}

/** Whether a line says a date (perhaps with a label, a weekday, a time) and nothing else. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || opensWithWord.test(line) || !/\d/.test(line)) return false;
  const bare = line
    .replace(sourceBehind, '')
    .replace(venueBehind, '$1')
    .replace(/^[\s*_([]+|[*_]+$/gu, '')
    .replace(dateLabel, '');
  if (bare.length > 80) return false;
  const date = findCalendarDate(bare);
  if (!date) return false;
  let rest = bare.slice(0, date.index) + ' ' + bare.slice(date.index + date.length);
  // `January 31, 2026Jan 31, 2026`: the same day for wide pages and for small ones.
  const again = findCalendarDate(rest);
  if (again && again.month === date.month && again.day === date.day && again.year === date.year)
    rest = rest.slice(0, again.index) + ' ' + rest.slice(again.index + again.length);
  return rest.replace(aroundDate, '') === '';
}
