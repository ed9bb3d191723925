import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isReleaseText, looksLikeRelease, releaseThreshold } from '../../../src/core/release/detect';
import { cost } from '../linear';
import { otherTexts, unseenOtherTexts } from './not-releases';
import { releasesByIssuer, unseenReleases } from './releases-by-issuer';

const shared = join(__dirname, '../../../../shared');

function files(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : [{ name: entry.name, text: readFileSync(join(folder, entry.name), 'utf8') }],
  );
}

describe('looksLikeRelease', () => {
  describe('recognises releases of many issuers', () => {
    for (const { issuer, text } of [...releasesByIssuer, ...unseenReleases]) {
      it(issuer, () => {
        const detection = looksLikeRelease(text, 'untitled.txt');
        assert.ok(detection.isRelease, `score ${detection.score}: ${detection.signs.join(', ')}`);
      });
    }
  });

  describe('leaves other texts alone', () => {
    for (const { what, text, fileName } of [...otherTexts, ...unseenOtherTexts]) {
      it(what, () => {
        const detection = looksLikeRelease(text, fileName ?? 'untitled.txt');
        assert.ok(!detection.isRelease, `score ${detection.score}: ${detection.signs.join(', ')}`);
      });
    }

    const release = releasesByIssuer[0]!.text;
    for (const name of [
      'README.txt',
      'readme.en.txt',
      'LICENSE.txt',
      'COPYING.txt',
      'requirements.txt',
      'requirements-dev.txt',
      'CMakeLists.txt',
      'robots.txt',
      'CHANGELOG.txt',
      'docs/NOTICE.txt',
      'C:\\corpus\\ReadMe.txt',
    ]) {
      it(`${name}, even with a release inside`, () => {
        assert.equal(looksLikeRelease(release, name).isRelease, false);
      });
    }
  });

  describe('tells why', () => {
    const signs = (text: string, name = 'untitled.txt'): readonly string[] =>
      looksLikeRelease(text, name).signs;
    const prose =
      'The delegation of the ministry arrived in the capital and was met at the airport by officials.';

    const cases: readonly (readonly [sign: string, text: string])[] = [
      ['dateline', `Pyongyang, January 21 (KCNA) -- ${prose}`],
      ['dateline', `OSLO, 3 May 2024 /NTB/ - ${prose}`],
      ['dateline', `Washington, D.C. – March 5, 2024 – ${prose}`],
      ['dateline', `**Bonn, 5. März 2024** – ${prose}`],
      ['dateline', `Delegation Arrives Pyongyang, January 21 (KCNA) -- ${prose}`],
      ['agency', `KYIV, Ukraine (AP) — ${prose}`],
      ['end mark', `Delegation Arrives\n\n${prose} -0-`],
      ['end mark', `Delegation Arrives\n\n${prose}\n- 30 -`],
      ['closing mark', `Delegation Arrives\n\n${prose}\n\n# # #`],
      ['closing mark', `Delegation Arrives\n\n${prose}\n\n* *** *`],
      ['Juche date', `Delegation Arrives\n\n${prose}\n(Juche113.1.21.)`],
      ['signature date', `A Statement\n\n${prose}\n\n${prose}\n\nPyongyang, April 23, Juche 109(2020)`],
      ['source line', `Delegation Arrives\n\n${prose}\nwww.agency.example (Juche113.1.21.)`],
      ['statement headline', `Press Statement by Ri Chol, Vice-Minister of Works\n\n${prose}`],
      ['statement headline', `Readout of the President’s Call\n\n${prose}`],
      ['statement headline', `Comment by the Information and Press Department on the talks\n\n${prose}`],
      ['statement headline', `Foreign Ministry Spokesperson Qiu Lan’s Remarks on the Visit\n\n${prose}`],
      ['statement headline', `Telephone conversation with the Prime Minister\n\n${prose}`],
      ['statement headline', `Grain must reach the ports – address by the President of Vestria\n\n${prose}`],
      ['time and place line', `Meeting\n\n2022-04-04T14:10:00Z, Lindholm\n\n${prose}`],
      ['date line', `Meeting\nApril 5, 2024 14:30 The Castle, Lindholm\n\n${prose}`],
      ['byline of a news team', `Delegation Arrives\n\n${prose}\n\nPolitical News Team`],
      [
        'speakers',
        `President of Vestria Olav Brandt: Good day.\nForeign Minister Per Lind: Good day.\n${prose}`,
      ],
      ['masthead', `FOR IMMEDIATE RELEASE\n\n${prose}`],
      ['not: log', '2024-01-01 10:00:00 started\n2024-01-01 10:00:01 stopped\n'],
    ];
    for (const [sign, text] of cases) {
      it(`${sign}: ${text.slice(0, 60).replaceAll('\n', ' ⏎ ')}`, () => {
        assert.ok(signs(text).includes(sign), signs(text).join(', '));
      });
    }

    it('a weekday with an hour is no dateline', () => {
      assert.ok(
        !signs('Wednesday, December 6 - One in the afternoon is fine with all of us.').includes('dateline'),
      );
    });

    it('a range of days is no dateline', () => {
      assert.ok(
        !signs('The Octave, January 18-25, was devoted to prayer by the churches.').includes('dateline'),
      );
    });

    it('the last entry of a diary is no signature', () => {
      assert.ok(
        !signs('Diary\n\nGeneva, 3 May 2024\nRain.\nGeneva, 4 May 2024\nBetter.').includes('signature date'),
      );
    });
  });

  it('takes a sure form for a release whatever it speaks of, and no other form', () => {
    const licences =
      'The two sides will publish the notes as free software under a Creative Commons licence.';
    assert.ok(looksLikeRelease(`Lindholm, January 21 (VNT) -- ${licences} -0-`, 'a.txt').isRelease);
    assert.deepEqual(looksLikeRelease(`Lindholm, 21 January -- ${licences}`, 'a.txt').signs, [
      'not: licence',
    ]);
  });

  describe('whatever the file', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...releasesByIssuer.map((r) => r.text)),
    );

    it('gives a finite score that agrees with the verdict', () => {
      fc.assert(
        fc.property(anyText, fc.string(), (text, name) => {
          const { isRelease, score } = looksLikeRelease(text, name);
          assert.ok(Number.isFinite(score));
          assert.equal(isRelease, score >= releaseThreshold);
        }),
      );
    });

    it('is judged alike without the reasons', () => {
      const known = [...releasesByIssuer, ...unseenReleases, ...otherTexts, ...unseenOtherTexts];
      const piece = fc.constantFrom(...known.flatMap(({ text }) => text.split(/(?<=\n)/)));
      const anyText = fc.oneof(
        fc.constantFrom(...known.map(({ text }) => text)),
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.string(),
      );
      const name = fc.constantFrom('a.txt', 'README.txt', '2024-01-05-talks-held.txt');
      fc.assert(
        fc.property(anyText, name, (text, fileName) => {
          assert.equal(isReleaseText(text, fileName), looksLikeRelease(text, fileName).isRelease);
        }),
      );
    });

    it('judges alike with LF, CRLF, a byte-order mark', () => {
      for (const { text } of [...releasesByIssuer, ...otherTexts]) {
        const plain = looksLikeRelease(text, 'a.txt');
        assert.deepEqual(looksLikeRelease(text.replace(/\r?\n/g, '\r\n'), 'a.txt'), plain);
        assert.deepEqual(looksLikeRelease('\uFEFF' + text, 'a.txt'), plain);
      }
    });

    it('looks only at the beginning and the end', () => {
      const text = releasesByIssuer[4]!.text + `\n${'The talks went on. '.repeat(400)}`;
      const longer = text + 'Nobody reads this. '.repeat(200_000) + 'The talks went on. '.repeat(100);
      assert.deepEqual(looksLikeRelease(longer, 'a.txt'), looksLikeRelease(text, 'a.txt'));
    });

    it('costs no more for a longer text, even a hostile one', () => {
      const hostile = [
        'A'.repeat(1e6),
        'A '.repeat(5e5),
        'King of A A and A '.repeat(5e4),
        'January 1, '.repeat(1e5),
        '**'.repeat(5e5),
        '|'.repeat(1e6),
        '('.repeat(1e6),
        'Statement by the '.repeat(6e4),
        'Berlin, Berlin, '.repeat(6e4),
        '\n'.repeat(1e6),
        '. A'.repeat(3e5),
      ];
      // A ratio, since machines differ: eight times the text may not cost even four times as much.
      // Many at once: a clock of CPU time is coarse.
      const fastest = (text: string): number =>
        cost(() => {
          for (let i = 0; i < 25; i++) looksLikeRelease(text, 'a.txt');
        });
      for (const text of hostile) {
        const small = fastest(text.slice(0, text.length / 8));
        const whole = fastest(text);
        assert.ok(
          whole < 4 * small + 25,
          `${whole.toFixed(1)} against ${small.toFixed(1)} ms: ${text.slice(0, 12)}…`,
        );
      }
    });
  });

  describe('on real releases', () => {
    it('recognises all five of ../shared/press-releases', function () {
      const folder = join(shared, 'press-releases');
      if (!existsSync(folder)) return skip(this, folder);
      for (const { name, text } of files(folder)) assert.ok(looksLikeRelease(text, name).isRelease, name);
    });

    it('recognises at least 98 % of ../shared/corpus', function () {
      const folder = join(shared, 'corpus');
      if (!existsSync(folder)) return skip(this, folder);
      const all = files(folder);
      const recognised = all.filter(({ name, text }) => looksLikeRelease(text, name).isRelease).length;
      const share = recognised / all.length;
      console.log(`        ${recognised} of ${all.length} (${(100 * share).toFixed(2)} %)`);
      assert.ok(share >= 0.98, `only ${(100 * share).toFixed(2)} %`);
    });
  });
});

function skip(context: Mocha.Context, folder: string): void {
  console.log(`        skipped: ${folder} is not here`);
  context.skip();
}
