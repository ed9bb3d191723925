import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Consumer } from '../consumer/extension';
import { openRelease, select, until, write } from './support/pressmark';

const text = `Ana Lind Visits Port Harrow

Port Harrow, May 3 (VNA) -- Minister Ana Lind arrived in Port Harrow. Ana Lind gave thanks for the welcome.
`;

const entities = (name: string): string => `version: 1
entities:
  - {id: ana-lind, type: person, name: Ana Lind}
  - {id: port-harrow, type: place, name: ${name}}
`;

/** test/consumer, an extension of its own, is loaded beside Pressmark; this is what it gets to see. */
describe('another extension that uses the API', () => {
  let consumer: Consumer;

  before(async () => {
    await write('api/pressmark.yaml', 'version: 1\nbuiltinGazetteer: false\n');
    await write('api/codebook.yaml', 'version: 1\ncodes:\n  - {id: gratitude, name: Gratitude}\n');
    await write('api/entities.yaml', entities('Port Harrow'));
    await write('api/visit.txt', text);
    consumer = await vscode.extensions.getExtension<Consumer>('sample.pressmark-consumer')!.activate();
    await openRelease('api/visit.txt');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const counts = (): Thenable<Readonly<Record<string, number>>> =>
    vscode.commands.executeCommand('consumer.countMentions');

  it('asks for mentions', async () => {
    const { 'ana-lind': lind, 'port-harrow': harrow } = await counts();
    assert.deepEqual({ lind, harrow }, { lind: 3, harrow: 3 });
  });

  it('hears that a passage was tagged, and has its place', async () => {
    select(vscode.window.activeTextEditor!, 'gave thanks for the welcome');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    await until('the tagged passage', () => consumer.lastAnnotated().includes('gave thanks for the welcome'));
  });

  it('hears that a gazetteer was edited, and asks again', async () => {
    const before = consumer.refreshes();
    await write('api/entities.yaml', entities('Port Arden'));
    // What was told just before may have been of something else.
    await until(
      'the other mentions',
      async () => consumer.refreshes() > before && (await counts())['port-harrow'] === undefined,
    );
  });
});
