/** A name as an option's, layer's or span role's id: `both-ways`. Unlike any of `taken`. */
export function kebabId(name: string, taken: readonly string[], fallback = 'option'): string {
  const id = shortened(words(name).join('-')).replace(/-$/, '')
  return unlike(id === '' ? fallback : id, taken, '-')
}

/** A name as an attribute's id: `roleInStory`. Unlike any of `taken`, and no name that every object has. */
export function camelId(name: string, taken: readonly string[]): string {
  const [first = '', ...others] = words(name)
  const joined = shortened(first + others.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(''))
  const id = /^[a-z]/u.test(joined) ? joined : `attribute${joined}`
  return unlike(id, id in Object.prototype ? [...taken, id] : taken, '')
}

/** Roles of spans can be 100 characters long, a number at their end included; names from files can be anything. */
function shortened(id: string): string {
  return id.slice(0, 90)
}

/** Words in plain Latin letters and digits, lower case; other scripts leave none, and the fallback is used. */
function words(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’']/gu, '')
    .toLowerCase()
  return plain.match(/[a-z0-9]+/gu) ?? []
}

function unlike(id: string, taken: readonly string[], separator: string): string {
  if (!taken.includes(id)) return id
  let number = 2
  while (taken.includes(`${id}${separator}${number}`)) number += 1
  return `${id}${separator}${number}`
}
