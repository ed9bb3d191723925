// A process of its own that tags one sidecar: `tsx tagger.ts SIDECAR RECOVERY NAME COUNT`. Prints the id of each annotation once it
// is on disk, or why it isn't.
import { nodeSidecarStore } from '../../../src/node/sidecarStore';

const [path = '', recovery = '', name = '', count = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const store = nodeSidecarStore(recovery);
  await store.open(path, 'a.txt');
  console.log('ready');
  for (let i = 0; i < Number(count); i++) {
    const id = `${name}${String(i).padStart(7, '0')}`;
    const target = [{ start: 100 + ((i * 37) % 1000), end: 2000, quote: `passage ${id}` }];
    const { state } = await store.edit(path, [
      { kind: 'put', annotation: { id, codes: ['stance'], target } },
    ]);
    console.log(state.saved ? id : `not saved: ${state.problem?.kind}`);
  }
  await store.flush();
}

void main();
