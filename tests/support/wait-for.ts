const POLL_MS = 20;

type Condition<T> = () => T | Promise<T>;
type Truthy<T> = Exclude<T, false | null | undefined | 0 | "">;

/**
 * Calls `condition` until it returns something truthy, and returns that. An error it throws counts as "not yet".
 * @throws Error after `timeoutMs` (10 s), with the last error the condition threw as its cause.
 */
export async function waitFor<T>(
  condition: Condition<T>,
  { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
): Promise<Truthy<T>> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (isTruthy(value)) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > deadline)
      throw new Error(`The condition was not met within ${timeoutMs} ms: ${condition.toString()}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function isTruthy<T>(value: T): value is T & Truthy<T> {
  return Boolean(value);
}
