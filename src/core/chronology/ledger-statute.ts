/**
 * Whether two citations name a section in common: "18 U.S.C. § 1956(a)" and "18 U.S.C. §§ 1956, 1957" do. The
 * number of the title before the code ("18") and subsections are no sections.
 */
export function sameStatute(a: string, b: string): boolean {
  const sections = sectionsOf(b)
  return sectionsOf(a).some(section => sections.includes(section))
}

function sectionsOf(statute: string): readonly string[] {
  const text = statute.replace(/\([^)]*\)/gu, '').toLowerCase()
  const after = text.includes('§') ? text.slice(text.indexOf('§')) : text
  return after.match(/\d+[a-z]?(?:\.\d+)?/gu) ?? [text.trim()]
}
