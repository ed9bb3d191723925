// Mocha's usual report, and at the end the counts as JSON in the file that PRESSMARK_COUNTS names; for test.mjs.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(process.env.PRESSMARK_COUNTS, JSON.stringify(counts));
    });
  }
};
