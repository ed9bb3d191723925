// @ts-expect-error The package has no types of its own; those who import it take it for node:assert/strict.
import assert from 'assert/';
import type nodeAssert from 'node:assert';

/** Stands in for `node:assert/strict` in a browser. */
export default (assert as typeof nodeAssert).strict;
