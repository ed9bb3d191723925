/** A release written for this test in the manner of an issuer; the people and events are invented. */
export interface IssuedText {
  readonly issuer: string;
  readonly text: string;
}

/** Detection was tuned against these; {@link unseenReleases} were written afterwards. */
export const releasesByIssuer: readonly IssuedText[] = [
  {
    issuer: 'wire of a news agency',
    text: `Sugar Beet Harvest Begins in Kangwon

Pyongyang, October 3 (KCNA) -- Farms in Kangwon Province began to bring in the sugar beet. -0-
`,
  },
  {
    issuer: 'TASS',
    text: `MOSCOW, June 5. /TASS/. The deputy minister of agriculture told reporters that the first ship with grain had left the port of Novorossiysk.\n`,
  },
  {
    issuer: 'Yonhap',
    text: `SEOUL, March 14 (Yonhap) -- The vice unification minister will travel to Oslo next week, her office said.\n`,
  },
  {
    issuer: 'UN human rights office',
    text: `GENEVA (12 May 2024) – An independent expert today called on the government of Vestria to release three journalists.

"Nobody should be jailed for a drawing," the expert said.

ENDS
`,
  },
  {
    issuer: 'US State Department',
    text: `Secretary Harrow’s Call with Foreign Minister Dalgaard of Denmark

Readout

Office of the Spokesperson

April 9, 2024

The below is attributable to Spokesperson Dana Wills:

Secretary of State Helen Harrow spoke today with Foreign Minister Dalgaard. The Secretary reaffirmed the strength of the Alliance.
`,
  },
  {
    issuer: 'Chinese foreign ministry, press conference',
    text: `Foreign Ministry Spokesperson Qiu Lan’s Regular Press Conference on May 6, 2024
2024-05-06 20:15

Shanghai Evening: Can you tell us more about the visit of the president of Vestria?

Qiu Lan: China and Vestria are good friends. The visit will take the relations of the two countries to a new level.
`,
  },
  {
    issuer: 'Japanese foreign ministry',
    text: `Japan–Vestria Foreign Ministers’ Meeting
May 17, 2024
Japanese

On May 17, from 4:00 p.m. for about 40 minutes, Ms. SATOMURA Aya, Minister for Foreign Affairs of Japan, held a meeting with H.E. Mr. Per LIND, Minister for Foreign Affairs of Vestria. The overview is as follows.

1. Minister Satomura welcomed the visit.
2. The two ministers exchanged views on the regional situation.
`,
  },
  {
    issuer: 'Russian foreign ministry',
    text: `Comment by the Information and Press Department on the talks in Oslo

1204-05-06-2024

We have taken note of the statement by the Norwegian side. It contains nothing new.
`,
  },
  {
    issuer: 'Kremlin',
    text: `Telephone conversation with President of Vestria Olav Brandt
June 3, 2024
16:40

The leaders discussed the schedule of contacts. They agreed to continue the dialogue.
`,
  },
  {
    issuer: 'Federal chancellery',
    text: `PRESS RELEASE No. 118

Berlin, 5 March 2024 – The Federal Government has appointed Dr Jutta Maier commissioner for polar affairs.

Contact: Press and Information Office
`,
  },
  {
    issuer: 'company through a press-release service',
    text: `FOR IMMEDIATE RELEASE

Northern Cable Opens Repair Yard in Narvik

NARVIK, Norway, March 5, 2024 /PRNewswire/ -- Northern Cable today opened a yard for cable ships.

About Northern Cable
Northern Cable lays and mends cables.

###
`,
  },
  {
    issuer: 'DPRK foreign ministry',
    text: `Press Statement by Ri Chol Gwang, Researcher of the Institute for Polar Studies

It is a grave encroachment upon the sovereignty of our country that foreign ships entered the waters.

We will never overlook it.

Pyongyang, March 3, Juche 113(2024)
`,
  },
  {
    issuer: 'Rodong Sinmun, copied from a page',
    text: `Meeting of Polar Researchers Held

A meeting of polar researchers took place on Tuesday. Present there were officials concerned and scientists. Rodong News Team
`,
  },
  {
    issuer: 'Spanish service of an agency',
    text: `Pyongyang, 5 de diciembre (ACNC) -- Se inauguró una escuela en la provincia de Kangwon. El acto tuvo lugar el día 4.\n`,
  },
];

/** Written after detection was tuned, and never used to tune it. */
export const unseenReleases: readonly IssuedText[] = [
  {
    issuer: 'Indian foreign ministry',
    text: `Visit of Foreign Minister of Vestria to India (June 12 - 14, 2024)

June 11, 2024

Foreign Minister of Vestria, H.E. Mr. Per Lind will pay an official visit to India from 12-14 June 2024. During the visit he will hold talks with the External Affairs Minister and call on the Vice President. The two sides will review bilateral cooperation.

New Delhi
June 11, 2024
`,
  },
  {
    issuer: 'European Commission',
    text: `European Commission - Press release

Commission proposes common rules for polar shipping

Brussels, 14 February 2024

Today, the Commission has put forward a proposal for common rules on ships in polar waters. The rules would apply in all Member States of the European Union from 2026.

IP/24/8801
`,
  },
  {
    issuer: 'NATO',
    text: `Statement by the North Atlantic Council on the anniversary of the Svalbard accord

09 Feb. 2024 | Press Release (2024) 014

Today we mark the tenth anniversary of the accord. Allies remain united in their commitment to the security of the High North.
`,
  },
  {
    issuer: 'UN Secretary-General',
    text: `SG/SM/99123
Secretary-General Condemns Attack on Mission in Vestria

The following statement was issued today by the Spokesperson for UN Secretary-General:

The Secretary-General strongly condemns the attack and expresses his condolences to the families.

For information media. Not an official record.
`,
  },
  {
    issuer: 'Xinhua',
    text: `OSLO, May 3 (Xinhua) -- Norway and Vestria on Friday signed a memorandum on polar research, the Norwegian government said in a statement. Enditem\n`,
  },
  {
    issuer: 'White House',
    text: `The White House
Office of the Press Secretary
For Immediate Release
March 05, 2014

Readout of the President's Call with Prime Minister Lind of Vestria

The President spoke today by phone with Prime Minister Lind. The two leaders discussed the situation in the High North.
`,
  },
  {
    issuer: 'German foreign office',
    text: `Foreign Minister Maier before departing for Vestria
05.03.2024 - Press release

Foreign Minister Jutta Maier issued the following statement today (5 March) before departing for Vestria:

Vestria is one of our closest partners in the High North. I am travelling there to listen.
`,
  },
  {
    issuer: 'IAEA',
    text: `Vienna, Austria – 12 June 2024 – The Director General visited the research reactor near Lindholm today and met the minister of energy.

Press Contacts:
Press Office
`,
  },
  {
    issuer: 'Embassy',
    text: `Embassy of the Republic of Vestria in Tokyo
Press Release

Ambassador Presents Credentials

On 3 April 2024 Ambassador Kari Holm presented her credentials to His Majesty the Emperor in a ceremony at the Imperial Palace. The Ambassador conveyed the greetings of the President of Vestria.

Tokyo, 3 April 2024
`,
  },
  {
    issuer: 'Joint communiqué',
    text: `JOINT COMMUNIQUÉ OF THE PRESIDENT OF THE REPUBLIC OF VESTRIA AND THE PRIME MINISTER OF THE KINGDOM OF NORLAND

At the invitation of the President, the Prime Minister paid an official visit to Vestria on 3-4 May 2024. The two sides held talks in a friendly atmosphere and reaffirmed their commitment to the treaty of 1994.

Done at Lindholm on 4 May 2024
`,
  },
  {
    issuer: 'French agency',
    text: `PARIS, 5 mars 2024 (AFP) - Le ministre des Affaires étrangères a reçu mardi son homologue de Vestrie.\n`,
  },
  {
    issuer: 'KCNA, report on a message',
    text: `Message of Sympathy to President of Vestria

Pyongyang, April 2 (KCNA) -- Ri Myong Ho, premier of the Cabinet, sent a message of sympathy to the president of Vestria over the flood. -0-
`,
  },
  {
    issuer: 'Turkish foreign ministry',
    text: `No: 118, 4 May 2024, Press Release Regarding the Terrorist Attack in Vestria

We strongly condemn the attack in Lindholm. We wish God's mercy upon those who lost their lives, convey our condolences to the people and Government of Vestria and wish a speedy recovery to the injured.
`,
  },
];
