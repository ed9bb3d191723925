/*
 * How the titles of statements, remarks, calls and meetings are worded. Written without `\p{…}` and with few bounded
 * repetitions: these are the largest expressions of detection, and building them is most of its first call.
 */
const upper = 'A-ZÀ-ÖØ-ÞĀŁŚŠŽČĆĐÖÜİ';
const letter = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
const name = `[${upper}][${letter}.'’-]*`;

const offices =
  'Ministers?|Ministry|President|Presidency|Premier|Prime Minister|Spokes(?:person|man|woman)|Government|Secretary|Ambassador|Representative|Council|' +
  'Department|Commission(?:er)?|Chair(?:man|woman|person)?|Chancellor|Envoy|Embassy|Leaders?|King|Queen|Parliament|Assembly|Committee|Governor|Director|' +
  'Delegation|Foreign|Union|Party|G7|G20|BRICS|NATO|Quad|Vice|Deputy|Mission|Office|Bureau|Institute|Association|Agency|Academy|Cabinet|H\\.E\\.|Heads? of State';

const titles: readonly RegExp[] = [
  /^(?:Joint|Press|Media|Official|Presidential|Chair['’]s|Trilateral|Ministerial|JOINT|PRESS) (?:Press )?(?:Statement|Release|Communiqu[eé]|Declaration|Conference|Briefing|Note|Advisory|STATEMENT|COMMUNIQU[EÉ]|DECLARATION)(?!\w)/,
  new RegExp(
    `^(?:Statement|Declaration|Message|Address|Speech|Greetings?|Letter|Appeal|Report|Comment(?:ary)?|Answers?|Reply|Response|Interview) (?:by|of|from|to|for|with)\\b[^.]*\\b(?:${offices})\\b`,
  ),
  new RegExp(
    `^(?:Opening |Closing |Press |Joint )?(?:Remarks|Statement|Address|Speech|Briefing|Interview) (?:by|with|at|from) (?:the )?[${upper}]`,
  ),
  /^(?:Readout of|Communiqu[eé] (?:of|on)|(?:Tele)?phone (?:conversation|call|talks?) (?:with|between)|Comment by the (?:Information and Press Department|Official Spokes)|Foreign Ministry Spokes|KCNA (?:Commentary|Report))/i,
  new RegExp(
    `^(?:(?:Working )?(?:Meeting|Talks|Conversation) with|(?:Greetings|Congratulations|Condolences) (?:to|on|from)) [${upper}]`,
  ),
  new RegExp(`^(?:DPRK )?Foreign Minist(?:ry|er)(?:['’]s)? [${upper}]`),
  new RegExp(
    `^(?:Secretary|(?:Foreign |Prime )?Minister|President|Deputy Secretary|Ambassador)(?: of State)? (?:${name} )+(?:(?:Visits?|Meets?|Calls?|Travels?|Holds?|Receives?|Attends?|Signs?|Speaks?|to|will) |(?:Call|Meeting|Travel|Visit|Remarks|Telephone|Trip)\\b)`,
  ),
  /^[^.]{3,90}(?:['’]s|s['’]) (?:Regular Press Conference|Remarks|Press (?:Conference|Statement|Release|Briefing)|Statement|Call with|Meeting with|Travel to|Visit to|Telephone)\b/,
  /^[^.]{3,120}\b(?:Press Statement|Joint Statement|Joint Communiqu[eé]|Joint Declaration|Press Release|Press Briefing|Summit Meeting|Foreign Ministers['’] Meeting)(?!\w)/,
];

/** Whether the line is worded as the title of a statement, remarks, a call, a meeting, a press conference. */
export function isStatementTitle(line: string): boolean {
  return titles.some((title) => title.test(line));
}

const spoken = new RegExp(
  `\\b(?:address|speech|statement|remarks|message|greetings?|condolences|interview|comments?|appeal|communiqu[eé]) (?:by|of|from|with) (?:the )?(?:${name} )*(?:${offices})\\b`,
);

/** `Grain must reach the ports – address by the President`: the kind of text named inside its title. */
export function namesASpeech(line: string): boolean {
  return spoken.test(line);
}

/** `Readout`, `Media Note`, `Fact Sheet`: the kind of text on a line of its own. */
export const kindOfText =
  /^(?:press statement|press release|media note|media advisory|fact sheet|notice to the press|remarks|readout|remarks to the press|special briefing|joint statement)$/i;

const speakerAndOffice = new RegExp(
  `^(?:By |Statement by )?(?:H\\.E\\. )?${name}(?: ${name})+, (?:[${letter}]+ )*(?:${offices})\\b[^.]*$`,
);

/** `Antony J. Harrow, Secretary of State`: who speaks, on a line of its own. */
export function isSpeakerLine(line: string): boolean {
  return line.length <= 140 && speakerAndOffice.test(line);
}

const turn = new RegExp(
  `^(?:(?:The )?(?:President|Prime Minister|Minister|Foreign Minister|Secretary|Ambassador|Chair|Governor|Spokes|Deputy|Vice)[^:.]*|${name} ${name}(?: \\((?:via interpreter|retranslated)\\))?|(?:SECRETARY|(?:PRIME |FOREIGN )?MINISTER|PRESIDENT|MR|MS|AMBASSADOR) [${upper}’'. -]+): ?\\S`,
);

/** `President of Vestria Olav Brandt: Good afternoon.` */
export function isSpeakersTurn(line: string): boolean {
  return turn.test(line.slice(0, 120));
}

const officeAndName = new RegExp(
  '\\b(?:Presidents?|Ministers?|Secretary(?:-General)?|Ambassador|Premier|Chancellor|Chair(?:man|woman)|Commissioner|Envoy|Representative|Governor|King|Speaker)' +
    `(?: (?:of|for) (?:the )?${name}(?: (?:of |and )?${name})*)?,? ${name} [${upper}]`,
  'g',
);

/** How often officials are named with their office: `President Volodymyr …`, `Prime Minister of Japan Fumio …`. */
export function countOfficials(text: string): number {
  return text.match(officeAndName)?.length ?? 0;
}
