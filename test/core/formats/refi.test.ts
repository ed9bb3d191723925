import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ExportDocument } from '../../../src/core/formats/exportModel';
import { refiQda, refiQdc } from '../../../src/core/formats/refi/refi';
import { corpus } from './support/arbitraries';
import { isInstalled, runOnFiles, sharedFile, skipFor } from './support/outside';
import { assertRoundTrip, exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

describe('A REFI-QDA project', () => {
  it('comes back as it was exported', () => assertRoundTrip(refiQda, { codebook: 'names', runs: 150 }));

  it('is valid against the schema of REFI-QDA 1.0, as xmllint reads it', async function () {
    const schema = sharedFile('interop/refi-qda/Project.xsd');
    if (schema === undefined) return skipFor(this, 'shared/interop/refi-qda/Project.xsd');
    if (!isInstalled('xmllint')) return skipFor(this, 'xmllint');
    const projects = fc.sample(corpus, { numRuns: 40, seed: 6 });
    const files = await Promise.all(
      projects.map(async (project) => (await exportFiles(refiQda, project)).files[0]!),
    );
    const empty = (await exportFiles(refiQda, { ...projects[0]!, documents: [] })).files[0]!;
    const qdes = [...files, empty].map(({ content }) => strFromU8(unzipSync(content)['project.qde']!));
    runOnFiles('xmllint', ['--noout', '--schema', schema], qdes);
  });

  it('holds each text in sources/, as LF without BOM, under the name the project gives', async () => {
    const { files } = await exportFiles(refiQda, sample);
    const entries = unzipSync(files[0]!.content);
    const project = strFromU8(entries['project.qde']!);
    const [, guid] = /plainTextPath="internal:\/\/([0-9a-f-]+)\.txt"/.exec(project)!;
    assert.equal(strFromU8(entries[`sources/${guid}.txt`]!), sample.documents[0]!.text);
  });

  it('counts code points: a passage after an emoji begins where Python says', async () => {
    const { files } = await exportFiles(refiQda, sample);
    const project = strFromU8(unzipSync(files[0]!.content)['project.qde']!);
    assert.match(project, /startPosition="4" endPosition="8" name="warm"/);
  });

  it('has for QualCoder no slash in a name, a time on each note, and the note at its passage too', async () => {
    const [document] = sample.documents as [ExportDocument];
    const untimed = document.annotations.map((annotation) => ({
      ...annotation,
      created: undefined,
      note: 'Look <here>',
    }));
    const documents = ['a/x.txt', 'b/x.txt', 'b/y.txt'].map((path) => ({
      ...document,
      path,
      annotations: untimed,
    }));
    const { files } = await exportFiles(refiQda, { ...sample, documents });
    const project = strFromU8(unzipSync(files[0]!.content)['project.qde']!);
    const names = [...project.matchAll(/<TextSource [^>]*? name="([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(names, ['a - x.txt', 'b - x.txt', 'y.txt']);
    const notes = [...project.matchAll(/<Note .*/g)].map(([line]) => line);
    assert.ok(notes.length > 0 && notes.every((line) => line.includes('creationDateTime="')), notes[0]);
    assert.match(project, /<PlainTextSelection .*>\n<Description>Look &lt;here&gt;<\/Description>/);
    const read = refiQda.read!(files);
    assert.deepEqual(
      read.documents.map(({ path }) => path),
      ['a/x.txt', 'b/x.txt', 'b/y.txt'],
    );
    assert.ok(read.documents[0]!.annotations.some(({ note }) => note === 'Look <here>'));
  });
});

describe('A REFI-QDA project of another program', () => {
  const text = 'A warm welcome.';
  const project = `<?xml version="1.0" encoding="utf-8"?>
<Project name="p" origin="other" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="u1" name="ana"/></Users>
<CodeBook><Codes>
<Code guid="e0" name="Entities" isCodable="false"><Code guid="e1" name="PERSON" isCodable="true"/></Code>
<Code guid="c1" name="Tone" isCodable="true"/>
</Codes></CodeBook>
<Sources><TextSource guid="s1" name="x.txt"><PlainTextContent>${text}</PlainTextContent>
<PlainTextSelection guid="p1" startPosition="0" endPosition="1"><Coding guid="k1"><CodeRef targetGUID="e1"/></Coding></PlainTextSelection>
<Coding guid="k2"><CodeRef targetGUID="c1"/></Coding>
<NoteRef targetGUID="n1"/><NoteRef targetGUID="n2"/>
</TextSource></Sources>
<Notes>
<Note guid="n1" creatingUser="u1" creationDateTime="2026-01-01T00:00:00Z"><PlainTextContent>Look here</PlainTextContent><PlainTextSelection guid="p2" startPosition="2" endPosition="6"/></Note>
<Note guid="n2"><PlainTextContent>About all of it</PlainTextContent></Note>
<Note guid="n3"><PlainTextContent>A diary</PlainTextContent></Note>
</Notes>
<Links><Link guid="l1"/></Links>
</Project>`;
  const result = refiQda.read!([{ path: 'p.qdpx', content: zipSync({ 'project.qde': strToU8(project) }) }]);

  it('has types of entities below a code “Entities”, whatever its GUID', () => {
    assert.deepEqual(
      result.codes.map(({ name }) => name),
      ['Tone'],
    );
    assert.deepEqual(result.documents[0]!.annotations[0]!.entity, { type: 'person' });
  });

  it('has notes that name their passage, as QualCoder writes them', () => {
    assert.deepEqual(result.documents[0]!.annotations[1], {
      labels: [],
      spans: [{ start: 2, end: 6 }],
      note: 'Look here',
      author: 'ana',
      created: '2026-01-01T00:00:00Z',
    });
  });

  it('is told of what has no place in a sidecar', () => {
    assert.deepEqual(
      result.problems.map(({ message }) => inWords(message)),
      [
        'A note on the whole of x.txt is left out: “About all of it”',
        'Codings of the whole of x.txt are left out: 1',
        'A note that is on no passage is left out: “A diary”',
        'There are no links here; left out: 1',
      ],
    );
  });
});

describe('A REFI-QDA codebook', () => {
  it('comes back as it was exported', () => assertRoundTrip(refiQdc, { codebook: 'names', runs: 20 }));

  it('is a tree of codes with descriptions and colours', async () => {
    const { files } = await exportFiles(refiQdc, sample);
    const withoutGuids = textOf(files, 'sample.qdc').replace(/ guid="[0-9a-f-]{36}"/g, '');
    assert.equal(
      withoutGuids,
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Pressmark">',
        '<Codes>',
        '<Code name="Stance" isCodable="true">',
        '<Code name="Warmth" isCodable="true" color="#ff8800">',
        '<Description>Friendly words\nExample: a warm welcome</Description>',
        '</Code>',
        '</Code>',
        '<Code name="Ceremony" isCodable="true"/>',
        '</Codes>',
        '</CodeBook>',
        '',
      ].join('\n'),
    );
  });
});
