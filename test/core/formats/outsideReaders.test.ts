import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { formatById } from '../../../src/core/formats/registry';
import { corpus } from './support/arbitraries';
import { isInstalled, skipFor, withTemporaryFolderFor } from './support/outside';
import { exportFiles } from './support/roundTrip';

/** Exports random corpora to folders `0`, `1`, … with what was exported as `expected.json` in each. */
async function exportTo(folder: string, id: string, runs: number, variant?: string): Promise<void> {
  const corpora = fc.sample(corpus, { numRuns: runs, seed: 42 });
  for (const [i, any] of corpora.entries()) {
    const { files } = await exportFiles(formatById(id)!, any, undefined, variant);
    const expected = { path: 'expected.json', content: Buffer.from(JSON.stringify(any.documents)) };
    for (const { path, content } of [...files, expected]) {
      const full = join(folder, String(i), path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }
}

async function checkInPython(
  test: Mocha.Context,
  id: string,
  check: string,
  variant?: string,
): Promise<void> {
  if (!isInstalled('python3')) return skipFor(test, 'python3');
  await withTemporaryFolderFor(async (folder) => {
    await exportTo(folder, id, 30, variant);
    const out = execFileSync('python3', ['-c', prelude + check, folder], { encoding: 'utf8', stdio: 'pipe' });
    assert(Number(out) > 50, `Python looked at ${out.trim()} spans`);
  });
}

const prelude = `
import csv, glob, json, sys, zipfile
import xml.etree.ElementTree as ET
csv.field_size_limit(10**9)
n = 0
def utf16(text, start, end):
    return text.encode('utf-16-le', 'surrogatepass')[2 * start:2 * end].decode('utf-16-le', 'surrogatepass')
corpora = [(d, {x['path']: x for x in json.load(open(d + '/expected.json', encoding='utf-8'))}) for d in glob.glob(sys.argv[1] + '/*')]
def quotes(document, human=None):
    return {utf16(document['text'], s['start'], s['end']) for a in document['annotations']
            if human is None or human == ('recognised' not in a) for s in a['spans']}
`;

describe('Readers of the Python standard library', () => {
  it('find in CSV, by code points, what is quoted', function () {
    return checkInPython(
      this,
      'csv',
      `
for d, documents in corpora:
    for name in ('annotations', 'mentions'):
        for row in csv.DictReader(open(f'{d}/{name}.csv', encoding='utf-8', newline='')):
            assert documents[row['file']]['text'][int(row['start']):int(row['end'])] == row['quote'], row
            n += 1
print(n)
`,
      'raw',
    );
  });

  for (const [id, spans, path] of [
    ['spacy', "[(s['start'], s['end']) for s in t['spans']]", "t['meta']['file']"],
    ['doccano', "[(s, e) for s, e, _ in t['label']]", "t['file']"],
  ] as const) {
    it(`find in ${id}’s ASCII lines, by code points, what was tagged`, function () {
      return checkInPython(
        this,
        id,
        `
for d, documents in corpora:
    for line in open(d + '/corpus.jsonl', encoding='ascii'):
        t = json.loads(line)
        document = documents[${path}]
        assert t['text'] == document['text']
        found = {t['text'][s:e] for s, e in ${spans}}
        assert found == quotes(document), (found, quotes(document))
        n += len(found)
print(n)
`,
      );
    });
  }

  it('find in Label Studio tasks, by UTF-16, what was tagged', function () {
    return checkInPython(
      this,
      'label-studio',
      `
for d, documents in corpora:
    for t in json.load(open(d + '/corpus.json', encoding='ascii')):
        text = t['data']['text']
        found = {utf16(text, r['value']['start'], r['value']['end']) for a in t['annotations'] + t['predictions'] for r in a['result']}
        assert found == quotes(documents[t['data']['file']])
        n += len(found)
print(n)
`,
    );
  });

  it('open REFI-QDA projects, and find what is selected by code points', function () {
    return checkInPython(
      this,
      'refi-qda',
      `
q = '{urn:QDA-XML:project:1.0}'
for d, documents in corpora:
    z = zipfile.ZipFile(d + '/corpus.qdpx')
    assert z.testzip() is None
    root = ET.fromstring(z.read('project.qde'))
    names = {v.get('guid'): v.get('name') for v in root.find(q + 'Variables')}
    for source in root.find(q + 'Sources'):
        text = z.read('sources/' + source.get('plainTextPath').split('//')[1]).decode('utf-8')
        assert '/' not in source.get('name')
        paths = [v.find(q + 'TextValue').text for v in source.findall(q + 'VariableValue')
                 if names[v.find(q + 'VariableRef').get('targetGUID')] == 'Path']
        document = documents[(paths + [source.get('name')])[0]]
        assert len(text) == len(document['text'])
        for s in source.findall(q + 'PlainTextSelection'):
            start, end = int(s.get('startPosition')), int(s.get('endPosition'))
            assert document['text'][start:end] in quotes(document)
            n += 1
print(n)
`,
    );
  });

  it('find in CAS JSON, by UTF-16, what was named', function () {
    return checkInPython(
      this,
      'cas-json',
      `
for d, documents in corpora:
    for path, document in documents.items():
        cas = json.load(open(f'{d}/{path}.json', encoding='utf-8'))
        sofa, *rest = cas['%FEATURE_STRUCTURES']
        assert sofa['sofaString'] == document['text']
        found = {utf16(document['text'], f['begin'], f['end']) for f in rest[1:]}
        assert found == quotes(document)
        n += len(found)
print(n)
`,
    );
  });
});

describe('Apache UIMA', () => {
  it('reads XMI with its type system', async function () {
    const jar = '/usr/share/java/uimaj-core.jar';
    if (!existsSync(jar)) return skipFor(this, 'uimaj-core.jar (Debian’s libuima-core-java)');
    if (!isInstalled('java')) return skipFor(this, 'java');
    await withTemporaryFolderFor(async (folder) => {
      await exportTo(folder, 'xmi', 15);
      const source = join(folder, 'ReadXmi.java');
      writeFileSync(source, readXmi);
      const out = execFileSync('java', ['-cp', jar, source, folder], { encoding: 'utf8', stdio: 'pipe' });
      assert(Number(out) > 50, `UIMA found ${out.trim()} annotations`);
    });
  });
});

/** Loads every XMI with the type system beside it, strictly, and counts annotations. */
const readXmi = `
import java.io.*; import java.nio.file.*; import java.util.*;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.*;
public class ReadXmi {
  public static void main(String[] args) throws Exception {
    int annotations = 0;
    for (File folder : new File(args[0]).listFiles(File::isDirectory)) {
      TypeSystemDescription types = UIMAFramework.getXMLParser()
        .parseTypeSystemDescription(new XMLInputSource(new File(folder, "TypeSystem.xml")));
      List<Path> files = new ArrayList<>();
      try (var walk = Files.walk(folder.toPath())) { walk.filter(p -> p.toString().endsWith(".xmi")).forEach(files::add); }
      for (Path file : files) {
        CAS cas = CasCreationUtils.createCas(types, null, null);
        try (InputStream in = Files.newInputStream(file)) { XmiCasDeserializer.deserialize(in, cas, false); }
        for (Object found : cas.getAnnotationIndex()) { ((AnnotationFS) found).getCoveredText(); annotations++; }
      }
    }
    System.out.println(annotations);
  }
}
`;
