/** Items under what they have in common, both in the order in which they come. */
export function gatherBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key
): ReadonlyMap<Key, Item[]> {
  const gathered = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = gathered.get(key)
    if (known === undefined) gathered.set(key, [item])
    else known.push(item)
  }
  return gathered
}
