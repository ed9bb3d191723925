/** A text that detection must leave alone; `fileName` where the name is part of the case. */
export interface OtherText {
  readonly what: string;
  readonly fileName?: string;
  readonly text: string;
}

/**
 * Texts that are no releases, written for this test, many of them about diplomacy or in a form that resembles a
 * release. Detection was tuned against these; {@link unseenOtherTexts} were written afterwards.
 */
export const otherTexts: readonly OtherText[] = [
  { what: 'empty file', text: '' },
  { what: 'blank lines only', text: '\n\n   \r\n\t\n' },
  {
    what: 'readme of a corpus that quotes a dateline',
    fileName: 'README.txt',
    text: `Corpus of Foreign Ministry Statements

Press releases of the ministry, 1998 to 2024. Each file opens with a dateline such as

Pyongyang, January 21 (KCNA) -- The foreign minister met the ambassador.

and ends with the mark -0-. The president and the prime minister are named by office.
`,
  },
  {
    what: 'licence',
    fileName: 'LICENSE.txt',
    text: `MIT License

Copyright (c) 2024 The Ministry of Silly Walks

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction.
`,
  },
  {
    what: 'python requirements',
    fileName: 'requirements.txt',
    text: 'requests==2.32.3\nbeautifulsoup4>=4.12\npandas\nspacy[transformers]~=3.7\n',
  },
  {
    what: 'cmake lists',
    fileName: 'CMakeLists.txt',
    text: `cmake_minimum_required(VERSION 3.25)
project(summit LANGUAGES CXX)
add_executable(summit main.cpp treaty.cpp)
target_link_libraries(summit PRIVATE federation::core)
`,
  },
  {
    what: 'robots file',
    fileName: 'robots.txt',
    text: 'User-agent: *\nDisallow: /press-releases/drafts/\nSitemap: https://mfa.example/sitemap.xml\n',
  },
  {
    what: 'log of a scraper',
    text: `2024-06-19 08:00:01,204 INFO scraper: start Ministry of Foreign Affairs press releases
2024-06-19 08:00:02,118 INFO scraper: saved "Foreign Minister Meets Ambassador of Norway"
2024-06-19 08:00:03,007 WARNING scraper: no dateline in "Joint Statement on Regional Security"
2024-06-19 08:00:04,651 INFO scraper: saved "Readout of the President's Call with the Prime Minister"
2024-06-19 08:00:05,000 INFO scraper: done, 3 releases
`,
  },
  {
    what: 'web server log',
    text: `203.0.113.9 - - [21/Jan/2024:10:11:12 +0000] "GET /press/statement HTTP/1.1" 200 5199
203.0.113.9 - - [21/Jan/2024:10:11:13 +0000] "GET /style.css HTTP/1.1" 200 812
198.51.100.4 - - [21/Jan/2024:10:12:40 +0000] "GET /minister HTTP/1.1" 404 162
`,
  },
  {
    what: 'CSV of headlines',
    text: `date,issuer,headline,url
2024-01-21,KCNA,Press Release on Foreign Minister's Visit,https://kcna.example/1
2024-01-22,TASS,President Meets Prime Minister of Vietnam,https://tass.example/2
2024-01-23,Xinhua,Foreign Ministry Spokesperson's Remarks on Sanctions,https://xinhua.example/3
`,
  },
  {
    what: 'CSV whose cells hold releases',
    text: `id,date,text
1,2024-01-21,"Pyongyang, January 21 (KCNA) -- The government delegation of the Republic headed by the foreign minister left here."
2,2024-01-22,"Moscow, January 22 (TASS) -- The president received the ambassador and expressed deep thanks for the message."
`,
  },
  {
    what: 'tab-separated table of officials',
    text: 'name\toffice\tcountry\nAnna Berg\tMinister of Foreign Affairs\tNorway\nIvan Petrov\tAmbassador\tRussia\nLi Na\tSpokesperson\tChina\n',
  },
  {
    what: 'JSON export with a release inside',
    text: `{
  "title": "Press Release on the Foreign Minister's Visit",
  "dateline": "Pyongyang, January 21 (KCNA) --",
  "body": "The government delegation headed by the foreign minister paid an official visit."
}
`,
  },
  { what: 'JSON list', text: '[\n  {"code": "gratitude", "key": 3},\n  {"code": "protocol", "key": 4}\n]\n' },
  {
    what: 'YAML settings',
    text: `version: 1
issuer: Ministry of Foreign Affairs
releases:
  - statement.txt
  - readout.txt
agency: KCNA
endmark: "-0-"
`,
  },
  {
    what: 'INI settings',
    text: '[press]\noffice = Office of the Spokesperson\ncity = Geneva\ndate = 2024-05-12\n\n[mail]\nserver = mail.example\nport = 25\n',
  },
  {
    what: 'HTML page of a release',
    text: `<!DOCTYPE html>
<html><head><title>Joint Statement</title></head>
<body><p>Brussels, 5 March 2024 – The ministers of foreign affairs met today.</p></body></html>
`,
  },
  {
    what: 'forwarded dispatch in an e-mail',
    text: `From: Ana Ruiz <ana@example.org>
To: desk@example.org
Date: Mon, 22 Jan 2024 09:12:44 +0000
Subject: FW: KCNA today

Pyongyang, January 21 (KCNA) -- The foreign minister of the Democratic People's Republic of Korea returned home.
Can somebody code this one by noon? Thanks, Ana
`,
  },
  {
    what: 'letter of an ambassador',
    text: `Embassy of the Republic
Oslo, 5 March 2024

Dear Minister,

Thank you for receiving me so warmly on the occasion of my farewell visit. I shall always remember the friendship between our two countries and the excellent cooperation with your ministry.

Yours sincerely,

The Ambassador
`,
  },
  {
    what: 'poem',
    text: `Song of the Comrades

O comrades of the mountain road,
The banner in the morning light,
Our country carries its own load
And marches singing through the night.

The leader's lamp is burning still,
The people and the river know,
And peace will come across the hill
As surely as the winter's snow.
`,
  },
  {
    what: 'lecture notes on diplomacy',
    text: `Lecture 5: Summit Diplomacy

Learning outcomes
- what a summit is, and why presidents and prime ministers meet in person
- reading communiqués: both sides, the two sides, exchanged views
- treaty, declaration, memorandum: what binds?

1. Origins
Talks between heads of state were rare before 1919; ambassadors conducted negotiations.

2. Reading list
Berridge, Diplomacy, ch. 10. Discussion questions next week.
`,
  },
  {
    what: 'encyclopaedia article on a treaty',
    text: `Treaty of Nystad

The Treaty of Nystad was a peace treaty between Russia and Sweden, concluded in 1721 in the town then called Nystad in the south-west of Finland. It ended the Great Northern War, in which Russia had taken the position of the leading power on the Baltic from Sweden.

Under the treaty Sweden recognised the transfer of Estonia, Livonia and Ingria to Russia, while Russia returned the larger part of Finland and paid an indemnity. Historians usually regard it as the beginning of the Russian Empire, whose foundation the tsar proclaimed in the same year.
`,
  },
  {
    what: 'school essay on the Cold War',
    text: `Why did the Cold War end?

In this essay I will discuss three reasons why the Cold War ended. First, the economy of the Soviet Union could not keep up with the United States. Second, President Gorbachev and President Reagan trusted each other more than leaders before them, and their summit meetings led to a treaty on missiles. Third, the people of Eastern Europe wanted independence.

In my opinion the second reason is the most important one, because without peace between the two leaders the other changes would not have been possible. You can see this in the speeches I read for this essay.
`,
  },
  {
    what: 'contract between firms',
    text: `SERVICE AGREEMENT

This Agreement is made in London on 5 March 2024 between Northern Cable Ltd (hereinafter "the Supplier") and the Ministry of Transport of the Republic (hereinafter "the Client").

WHEREAS, the Client wishes to obtain services, the parties agree as follows. The Supplier shall indemnify the Client against all losses. The Governing Law is that of England. Force majeure releases both parties from their duties.

London, 5 March 2024
`,
  },
  {
    what: 'chapter of a novel',
    text: `CHAPTER THREE

Geneva, 3 May 1938. The minister laid down his pen and looked at the lake. "They will sign," he said. The ambassador said nothing. She had heard it before, in Berlin, in Rome, in the long corridors of the League.

"You do not believe me," said the minister, and he laughed, and his laughter was not that of a man who believed himself.
`,
  },
  {
    what: 'chat',
    text: `[10:02] ana: did you see the joint statement
[10:02] ben: yes, the foreign minister again
[10:03] ana: two sides expressed deep concern lol
[10:05] ben: same as the June one, president and prime minister swapped
`,
  },
  {
    what: 'subtitles of a press conference',
    text: `1
00:00:01,000 --> 00:00:04,200
The President of the Republic welcomed the Prime Minister.

2
00:00:04,400 --> 00:00:07,900
Both sides exchanged views on bilateral relations.
`,
  },
  {
    what: 'recipe from an embassy kitchen',
    text: `Ambassador's Almond Cake

Ingredients: 200 g almonds, 3 tbsp honey, 1 tsp cinnamon, 4 eggs.

Preheat the oven to 180 degrees. Whisk the eggs with the honey until the mixture is pale and thick, then fold in the ground almonds and the cinnamon. Bake for forty minutes. This cake was served to the delegation at the state dinner in 1964 and makes twelve servings.
`,
  },
  {
    what: 'minutes of a committee',
    text: `Minutes of the Committee on Publications
Present: A. Berg, I. Petrov, Li Na
Apologies: the Deputy Director
Agenda: 1. Approval of the minutes 2. Press releases 3. Any other business
The chairman opened the meeting at 10.00 and welcomed the representative of the ministry.
Action items: Berg writes to the embassy. Petrov checks the statement.
Next meeting: 12 June 2024
`,
  },
  {
    what: 'word list',
    text: 'abdicate\nambassador\ncommuniqué\ndelegation\nenvoy\nminister\nministry\nplenipotentiary\nprotocol\nsovereignty\ntreaty\n',
  },
  {
    what: 'glossary of diplomatic terms',
    text: `Glossary

Aide-mémoire: a written summary of an interview that a diplomat leaves with the minister.
Agrément: the consent of a government to receive the ambassador whom another proposes.
Démarche: a representation made by one government to another.
Note verbale: an unsigned note written in the third person.
Persona non grata: a diplomat whose recall the government of the host country demands.
`,
  },
  {
    what: 'source code of a dateline parser',
    text: `import re

DATELINE = re.compile(r"Pyongyang, January 21 \\(KCNA\\) --")

def parse(text):
    # Press Release on the Foreign Minister's Visit
    match = DATELINE.match(text)
    if match:
        return match.group(0)
    return None
`,
  },
  {
    what: 'diff of a statement',
    text: `--- a/statement.txt
+++ b/statement.txt
@@ -1,3 +1,3 @@
-Statement by the Minister of Foreign Affairs
+Joint Statement of the Ministers of Foreign Affairs
 The ministers met in Oslo on 5 March 2024.
`,
  },
  {
    what: 'markdown article with headings and links',
    text: `# Notes on press releases

## Datelines
See [the style guide](https://example.org/style) for datelines.

## Ministers
| name | office |
| --- | --- |
| A. Berg | foreign minister |

### Links
- [MFA](https://mfa.example)
`,
  },
  {
    what: 'binary with a text name',
    text: 'PK\u0003\u0004\u0014\u0000\u0008\u0008\u0008\u0000Pyongyang, January 21 (KCNA) -- \u0000\u0000\u0001\u0002',
  },
  {
    what: 'to-do list of a press office',
    text: `- call the Foreign Ministry about the joint statement
- translate the president's greetings by Friday
- ask the ambassador for the photo of the delegation
- print 40 copies of the communiqué
- book the room for the press conference
- coffee
- update the list of agencies
`,
  },
  {
    what: 'curriculum vitae of a diplomat',
    text: `Anna Berg
Born 5 March 1970 in Bergen

2019–2024  Ambassador to Japan
2014–2019  Deputy Director, Ministry of Foreign Affairs
2010–2014  Counsellor, Permanent Mission to the United Nations, Geneva
Languages  Norwegian, English, French, Japanese
Interests  Sailing, chess, choir
`,
  },
  {
    what: 'programme of a visit',
    text: `Programme
09.00  Arrival at the airport
09.45  Wreath at the monument
11.00  Talks with the Prime Minister
13.00  Lunch given by the President
15.30  Visit to the cosmodrome
18.00  Departure
`,
  },
  {
    what: 'scientific abstract',
    text: `Sentiment in Foreign Ministry Press Releases: A Corpus Study

Abstract: We study 12,000 press releases of four foreign ministries between 1998 and 2020. In this paper we show that the share of negative statements about the United States rises before sanctions and falls after summits. Keywords: sentiment, diplomacy, corpus linguistics. We follow Hall et al. and compare three classifiers.
`,
  },
  {
    what: 'film review',
    text: `A summit of boredom

I wanted to like this film about two presidents who get stuck in a lift during a summit, I really did. But the dialogue is wooden, the prime minister is a cartoon, and by the second hour you're rooting for the lift. It's a pity, because the idea isn't bad and my expectations weren't high.
`,
  },
];

/** Written after detection was tuned, and never used to tune it. */
export const unseenOtherTexts: readonly OtherText[] = [
  {
    what: 'installation notes',
    fileName: 'INSTALL.txt',
    text: 'Copy the folder press/ to the server. The ministry of works must sign the key before the president may start it.\n',
  },
  {
    what: 'changelog of a program',
    text: `Version 2.4 (5 March 2024)
 * Datelines of agencies are found in more languages.
 * Fixed: the statement of a ministry was cut off after the end mark.

Version 2.3 (11 January 2024)
 * The list of ministers can be exported.
`,
  },
  {
    what: 'diary',
    text: `Geneva, 3 May 2024

Rain again. I walked to the lake and thought about my talk with the consul, who told me that I should apply for the post in Oslo. I don't know what I want. My brother says I'm too old to learn Norwegian, and he isn't wrong.

Geneva, 4 May 2024

Better. I bought a dictionary.
`,
  },
  {
    what: 'court judgment',
    text: `IN THE HIGH COURT OF VESTRIA

Case No. 2024/118

Between: The Republic, Appellant, and Olav Lind, Respondent

JUDGMENT

1. The appellant, the Ministry of Transport, challenges the decision of the court below. The respondent had been refused a licence for his ferry.
2. For the reasons given below the appeal is dismissed with costs.
`,
  },
  {
    what: 'weather report',
    text: `Tuesday. Cloud in the north with rain from the west by evening, turning to snow above 600 metres. Winds moderate, strong at times on the coast. Temperatures between 2 and 6 degrees, falling at night. Wednesday will be drier with long sunny spells in the east.
`,
  },
  {
    what: 'SQL script',
    text: `CREATE TABLE releases (id INTEGER PRIMARY KEY, dateline TEXT, agency TEXT);
INSERT INTO releases VALUES (1, 'Pyongyang, January 21', 'KCNA');
SELECT agency, COUNT(*) FROM releases GROUP BY agency;
`,
  },
  {
    what: 'LaTeX paper',
    text: `\\documentclass{article}
\\begin{document}
\\title{Press Statements of Foreign Ministries}
The president of the republic and the foreign minister issued a joint statement.
\\end{document}
`,
  },
  {
    what: 'song with chords',
    text: `Am        F
Comrade of the night
C         G
Hold the lantern high
Am        F
Till the morning light
C         G
Comes across the sky
`,
  },
  {
    what: 'quiz on world politics',
    text: `1. Who was president of the Soviet Union in 1990?
2. Which treaty founded the European Union?
3. In which city does the Security Council of the United Nations meet?
4. What does an ambassador present to the head of state?
5. Name two states that signed the Antarctic Treaty in 1959.
6. Which minister signs a passport?
`,
  },
  {
    what: 'visa instructions of a consulate',
    text: `How to apply for a visa

You need a passport that is valid for six months, two photographs and the completed form. If you're a student, bring your letter of admission too. You can't pay by card. The consular section is open on Mondays and Thursdays from nine to noon. Don't book your flight before you have your visa.
`,
  },
  {
    what: 'podcast transcript',
    text: `ANNA: Welcome back. So, I've been reading about summits all week.
BEN: You have my sympathy.
ANNA: Thanks. You know what I didn't expect? The menus. I mean, the president of one country flew in his own cheese.
BEN: I'd do that. Wouldn't you?
ANNA: I can't fly anywhere with cheese.
`,
  },
  {
    what: 'bibliography',
    text: `Berg, A. (1998). Press Releases and the Foreign Ministry. Oslo: Fjord.
Hall, C. et al. (2004). "Statements of State." Journal of Diplomacy 12(3), 44-71.
Li, N. (2011). Spokesperson: The Art of Saying Nothing. Beijing: Harbour.
Petrov, I. (2020). Summits and Communiqués. Moscow: Nauka.
`,
  },
  {
    what: 'page of a codebook',
    text: `Coding instructions

Solidarity: tag every passage in which one state says that it backs another.
Gratitude: tag thanks for an act, a gift, an invitation.
Protocol: greetings, gifts, banquets.
When in doubt, ask the other coder; never change the text of the release.
`,
  },
  {
    what: 'history of a village',
    text: `The village stands on the left bank of the river where the old road from the coast crosses it. It was first named in a charter of 1241 as the property of the bishop. In the war of 1658 the Swedish army burnt the church and most of the farms; only the mill was spared because the officers needed flour. The railway came in 1894 and with it the brickworks.
`,
  },
  {
    what: 'phone list of an embassy',
    text: `Ambassador ............ 101
Deputy ................ 102
Consul ................ 110
Press office .......... 115
Visa section .......... 120
Driver ................ 133
Kitchen ............... 140
`,
  },
  {
    what: 'job advertisement',
    text: `We are looking for a press officer (part-time)

You write well, you like people and you're not afraid of deadlines. In our small team you'll look after our newsletter and answer the questions of journalists. We offer you a flexible working week, a bicycle and a view of the harbour. Send us your application by the end of the month. Don't forget to tell us why you want to work with us.
`,
  },
  {
    what: 'memo with mail-like head',
    text: `To: all staff
From: head of section
Date: 5 March 2024
Subject: joint statements

From now on joint statements of the president and the prime minister go to the press office before noon.
`,
  },
  {
    what: 'base64',
    text: 'UHlvbmd5YW5nLCBKYW51YXJ5IDIxIChLQ05BKSAtLSBUaGUgZm9yZWlnbiBtaW5pc3RlciBtZXQgdGhl\nIGFtYmFzc2Fkb3IgYW5kIGV4cHJlc3NlZCBkZWVwIHRoYW5rcy4gLTAtCg==\n',
  },
  {
    what: 'export of a chat app',
    text: `21/01/2024, 10:11 - Ana: the KCNA piece is out
21/01/2024, 10:12 - Ben: Pyongyang, January 21 again?
21/01/2024, 10:12 - Ana: yes, foreign minister, press release, -0- and all
21/01/2024, 10:15 - Ben: coding it now
`,
  },
  {
    what: 'play',
    text: `ACT ONE

A ministry. Evening. The MINISTER and the AMBASSADOR sit at a long table.

MINISTER: Will they sign?
AMBASSADOR: They will sign, Excellency. They always sign.
MINISTER: And will they keep it?
AMBASSADOR: That, Excellency, is another play.
`,
  },
  {
    what: 'textbook chapter on international law',
    text: `3.2 Sources of international law

A treaty binds only the states that are parties to it. Custom, by contrast, binds all states that have not persistently objected. In this chapter we look at how a declaration of a head of government or of a foreign minister may create obligations; cf. the case of Eastern Greenland, in which a remark of the Norwegian minister was held to bind Norway.
`,
  },
  {
    what: 'game walkthrough',
    text: `Level 7: The Summit

Go left and talk to the Prime Minister. You'll get the red key. Don't take the lift, it's a trap. Use the key on the door of the embassy, and you can skip the guards if you crouch. The President gives you the treaty if you've found all three medals. I got stuck here for an hour, so don't worry.
`,
  },
];
