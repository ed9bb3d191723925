/** Stands in for Node's `process` in a browser, as far as `assert` looks at it. */
export const process = { env: {}, emitWarning: console.warn };
