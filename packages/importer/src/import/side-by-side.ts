/**
 * Works on so many things at once, begun in the order they come. When one fails no other is begun; the first failure is
 * told when those under way have ended, so that nothing is still written after it.
 */
export async function sideBySide<Thing>(
  things: AsyncIterable<Thing>,
  count: number,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const iterator = things[Symbol.asyncIterator]();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    while (failures.length === 0) {
      const next = await iterator.next();
      // Another lane may have failed while this one waited.
      if (next.done === true || failures.length > 0) return;
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: count }, () => lane().catch((error: unknown) => failures.push(error))));
  await iterator.return?.();
  if (failures.length > 0) throw failures[0];
}
