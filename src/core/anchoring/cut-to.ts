/** At most so many UTF-16 units, and no half of a character. */
export function cutTo(text: string, units: number): string {
  return text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, '')
}
