/**
 * Indices of a longest strictly increasing subsequence of `values`, in order (patience sorting, Fredman 1975): n log n.
 */
export function longestIncreasing(values: Int32Array): Int32Array {
  const tails = new Int32Array(values.length);
  const previous = new Int32Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
    if (low === length) length++;
  }
  const result = new Int32Array(length);
  for (let i = length - 1, at = length > 0 ? tails[length - 1]! : -1; i >= 0; i--) {
    result[i] = at;
    at = previous[at]!;
  }
  return result;
}
