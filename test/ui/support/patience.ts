/** How long a person-like step may take. Generous: on a shared, busy CPU a workbench answers ten times slower. */
export const patienceMs = 60_000;

/**
 * Asks again and again until the answer is truthy.
 *
 * @param what what is waited for, for the message when it never comes
 * @throws Error "Waited N s for WHAT", with what the last probe threw, if it did
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  withinMs = patienceMs,
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs;
  let failure: unknown;
  do {
    try {
      const answer = await probe();
      if (answer) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < end);
  throw new Error(`Waited ${withinMs / 1000} s for ${what}`, { cause: failure });
}
