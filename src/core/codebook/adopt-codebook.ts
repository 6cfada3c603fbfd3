import { contentRole } from '../annotation/parts'
import type { Attribute, CodebookContent, CodebookOption, Layer } from '../project/codebook'
import type { Annotation } from '../project/entities'
import { valuesOf } from './attribute-edits'
import { convertValue } from './convert-value'
import type { CodebookDraft } from './draft'
import { openDraft, withStep } from './draft'
import { countUsage, type CodebookUsage } from './usage'

export interface Adopted {
  draft: CodebookDraft
  /** What of the project's own codebook had to stay, in words. */
  notes: string[]
}

/**
 * A draft in which the project's codebook becomes another one: an imported file, or an older version. Things
 * are the same when their ids are. What the other one lacks and annotations use stays, retired; a kind that
 * values cannot follow to stays as it is. The codebook keeps its own id, as it stays the project's.
 */
export function adoptCodebook(
  base: CodebookDraft['base'],
  wanted: CodebookContent,
  annotations: readonly Annotation[]
): Adopted {
  const usage = countUsage(base, annotations)
  const notes: string[] = []
  const adoption: Adoption = { base, usage, annotations, notes, draft: openDraft(base) }
  const layers = wanted.layers.map(layer => {
    const own = base.layers.find(row => row.id === layer.id)
    return own === undefined ? layer : adoptLayer(own, layer, adoption)
  })
  for (const own of base.layers) {
    if (layers.some(row => row.id === own.id) || usage.of({ layer: own.id }) === 0) continue
    layers.push({ ...own, retired: true })
    notes.push(`Layer “${own.name}” stays, retired: ${annotationsOf(usage.of({ layer: own.id }))}`)
  }
  const content = { ...base, title: wanted.title, layers }
  return { draft: { ...adoption.draft, content }, notes }
}

interface Adoption {
  base: CodebookDraft['base']
  usage: CodebookUsage
  annotations: readonly Annotation[]
  notes: string[]
  /** Gathers the conversions. */
  draft: CodebookDraft
}

function adoptLayer(own: Layer, wanted: Layer, adoption: Adoption): Layer {
  const { usage, notes } = adoption
  const attributes = wanted.attributes.map(attribute => {
    const old = own.attributes.find(row => row.id === attribute.id)
    return old === undefined ? attribute : adoptAttribute(own, old, attribute, adoption)
  })
  for (const old of own.attributes) {
    const count = usage.of({ layer: own.id, attribute: old.id })
    if (count === 0 || attributes.some(row => row.id === old.id)) continue
    attributes.push(retiredOf(old))
    notes.push(`${wanted.name}: attribute “${old.name}” stays, retired: ${annotationsOf(count)}`)
  }
  const marked = own.spanRoles.filter(role => role === contentRole || usage.ofRole(own.id, role) > 0)
  return { ...wanted, spanRoles: [...new Set([...wanted.spanRoles, ...marked])], attributes }
}

function adoptAttribute(layer: Layer, own: Attribute, wanted: Attribute, adoption: Adoption): Attribute {
  const { usage, notes, annotations } = adoption
  const place = { layer: layer.id, attribute: own.id }
  const values = valuesOf(annotations, place)
  if (values.length === 0) return wanted
  if (own.kind !== wanted.kind) {
    const { kind: from } = own
    const { kind: to } = wanted
    const follows = values.every(value => convertValue(from, to, value) !== undefined)
    if (!follows || to === 'scale') {
      notes.push(`${layer.name}: “${own.name}” stays as it is: its values cannot become another kind`)
      return own
    }
    adoption.draft = withStep(adoption.draft, { kind: 'convert', ...place, from, to })
  }
  const options = keepUsedOptions(
    own,
    wanted,
    option => usage.of({ ...place, option }),
    message => notes.push(`${layer.name}, ${wanted.name}: ${message}`)
  )
  const numbers = values.filter(value => typeof value === 'number')
  return {
    ...wanted,
    ...(options === undefined ? {} : { options }),
    ...(wanted.minimum === undefined ? {} : { minimum: Math.min(wanted.minimum, ...numbers) }),
    ...(wanted.maximum === undefined ? {} : { maximum: Math.max(wanted.maximum, ...numbers) }),
    ...(values.includes('article') && own.allowsArticleVoice === true ? { allowsArticleVoice: true } : {})
  }
}

function keepUsedOptions(
  own: Attribute,
  wanted: Attribute,
  countOf: (option: string) => number,
  note: (message: string) => void
): CodebookOption[] | undefined {
  const { options } = wanted
  if (options === undefined) return undefined
  const kept = (own.options ?? []).filter(
    old => !options.some(row => row.id === old.id) && countOf(old.id) > 0
  )
  for (const old of kept) note(`option “${old.name}” stays, retired: ${annotationsOf(countOf(old.id))}`)
  return [...options, ...kept.map(retiredOf)]
}

/** What is retired gives its key up. */
function retiredOf<T extends { key?: string | undefined; retired?: true | undefined }>(row: T): T {
  const copy: T = { ...row, retired: true }
  delete copy.key
  return copy
}

function annotationsOf(count: number): string {
  return count === 1 ? '1 annotation uses it' : `${count} annotations use it`
}
