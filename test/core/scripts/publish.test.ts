import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', '..', 'scripts', 'publish.mjs');

/** What the script says, without any token in its environment. */
function publish(...args: readonly string[]): Promise<{ readonly code: unknown; readonly said: string }> {
  const env = { ...process.env, VSCE_PAT: '', OVSX_PAT: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe('publishing', () => {
  it('refuses without a token, and says which one', async () => {
    for (const [gallery, variable] of [
      ['marketplace', 'VSCE_PAT'],
      ['openvsx', 'OVSX_PAT'],
    ] as const) {
      const { code, said } = await publish(gallery);
      assert.equal(code, 1);
      assert.match(said, new RegExp(`Not published:\n- ${variable} holds no token`));
    }
  });

  it('asks for the gallery where none, or an unknown one, is named', async () => {
    const { code, said } = await publish('elsewhere');
    assert.equal(code, 1);
    assert.match(said, /Which gallery\? One of: marketplace, openvsx/);
  });
});
