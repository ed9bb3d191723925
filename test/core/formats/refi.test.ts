import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
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
