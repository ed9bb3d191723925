import { commands } from './commands';
import { processIo } from './io';
import { run } from './program';

// A reader that goes away (`| head`) ends the output, not with an error.
process.stdout.on('error', () => undefined);

void run(process.argv.slice(2), processIo(), commands).then((code) => {
  process.exitCode = code;
});
