/** The same result as long as it is asked with the same arguments as the last time. */
export function memo<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (last && last.args.length === args.length && args.every((arg, i) => arg === last!.args[i]))
      return last.result;
    last = { args, result: make(...args) };
    return last.result;
  };
}
