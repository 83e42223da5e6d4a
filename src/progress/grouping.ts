/** Records gathered by what they share. */

/** The items by each of their keys, keys in the order they first appear. */
export function grouped<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The items by number, those without one last; equals keep their order. */
export function byNumber<T>(items: readonly T[], numberOf: (item: T) => number | null | undefined): T[] {
  // without numbers the difference is not a number
  return [...items].sort((a, b) => (numberOf(a) ?? Infinity) - (numberOf(b) ?? Infinity) || 0);
}
