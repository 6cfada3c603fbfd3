import { parseEdtf } from '../../chronology/edtf'
import { camelId, kebabId } from '../../codebook/make-id'
import { addLayer } from '../../codebook/layer-edits'
import { freeLayerKey } from '../../codebook/keys'
import { openDraft } from '../../codebook/draft'
import { builtInCodebook } from '../../project/built-in-codebook'
import {
  codebookContentSchema,
  type Attribute,
  type Codebook,
  type CodebookContent,
  type Layer
} from '../../project/codebook'
import type { ProjectId } from '../../project/ids'

/**
 * The codebook of a project that comes from labels: layers and attributes of a known codebook where their ids or
 * names fit, new ones where they do not. What is new gets its kind once all its values are known.
 */
export class CodebookBuilder {
  private readonly known: CodebookContent
  private content: Codebook
  private readonly used = new Set<string>()
  private isChanged = false
  /** Values of attributes made here, by layer and attribute. */
  private readonly seen = new Map<Attribute, Seen>()

  /** `given` is the codebook that came with the file; without one the built-in one is looked at. */
  constructor(
    projectId: ProjectId,
    private readonly given: CodebookContent | undefined
  ) {
    this.known = given ?? builtInCodebook
    // Layers and attributes are added to in place.
    this.content = { ...codebookContentSchema.parse(this.known), projectId }
  }

  /** The layer that a label means; a new one when it means none. Null when there are as many as there can be. */
  layerFor(label: string): Layer | null {
    const found = findNamed(this.content.layers, label, kebabId)
    if (found !== undefined) {
      this.used.add(found.id)
      return found
    }
    const name = label.trim() === '' ? 'Unnamed' : label.trim()
    const added = addLayer(openDraft(this.content), name, new Map())
    if (!added.ok) return null
    this.isChanged = true
    this.content = added.value.content
    const layer = this.content.layers.at(-1) ?? null
    if (layer !== null) this.used.add(layer.id)
    return layer
  }

  /** Makes sure that the layer has this span role. */
  addRole(layer: Layer, role: string): void {
    if (layer.spanRoles.includes(role)) return
    layer.spanRoles.push(role)
    this.isChanged = true
  }

  /** The attribute that a name means; a new one when it means none. */
  attributeFor(layer: Layer, name: string): Attribute {
    const found = findNamed(layer.attributes, name, camelId)
    if (found !== undefined) return found
    const id = camelId(
      name,
      layer.attributes.map(row => row.id)
    )
    const attribute: Attribute = { id, name: name.trim() === '' ? id : name.trim(), kind: 'text' }
    layer.attributes.push(attribute)
    this.seen.set(attribute, { values: new Set(), isSeveral: false })
    this.isChanged = true
    return attribute
  }

  /** Makes sure that the layer has a choice of this name with these options; false where the name is something else. */
  addChoice(layer: Layer, name: string, options: readonly ForeignOption[]): boolean {
    const attribute = this.attributeFor(layer, name)
    if (this.seen.delete(attribute)) attribute.kind = 'choice'
    if (attribute.kind !== 'choice' && attribute.kind !== 'multi-choice') return false
    for (const { name, definition } of options) {
      const id = this.optionFor(attribute, name)
      const option = attribute.options?.find(row => row.id === id)
      if (option !== undefined && definition !== undefined) option.definition ??= definition
    }
    return true
  }

  /** Gives a layer that has none its guidance. */
  addGuidance(layer: Layer, guidance: string): void {
    if (layer.guidance !== undefined || guidance === '') return
    layer.guidance = guidance
    this.isChanged = true
  }

  /** Whether the attribute was made here, so that its kind is still open. */
  isOpen(attribute: Attribute): boolean {
    return this.seen.has(attribute)
  }

  /** Remembers what an open attribute holds. */
  see(attribute: Attribute, values: readonly string[]): void {
    const seen = this.seen.get(attribute)
    if (seen === undefined) return
    for (const value of values) seen.values.add(value)
    if (values.length > 1) seen.isSeveral = true
  }

  /** Makes sure that the attribute offers this option, and answers the option's id. */
  optionFor(attribute: Attribute, value: string): string {
    const options = (attribute.options ??= [])
    const found = findNamed(options, value, kebabId)
    if (found !== undefined) return found.id
    const id = kebabId(
      value,
      options.map(option => option.id)
    )
    options.push({ id, name: value.trim() === '' ? id : value.trim() })
    this.isChanged = true
    return id
  }

  /** Settles what open attributes are. To be called once everything was seen, before values are made of them. */
  settle(): void {
    for (const [attribute, seen] of this.seen) {
      attribute.kind = kindOf(seen)
      if (attribute.kind === 'choice' || attribute.kind === 'multi-choice')
        attribute.options = [...seen.values].sort().map(id => ({ id, name: id }))
    }
    this.seen.clear()
  }

  /** The codebook as it came out. Layers of the built-in one stay only when one of them was meant. */
  build(id: string, title: string): Codebook {
    const isForeign =
      this.given === undefined && this.used.size > 0 && !this.known.layers.some(row => this.used.has(row.id))
    if (!this.isChanged) return this.content
    const made = { ...this.content, id: id as Codebook['id'], title, version: 1 }
    if (!isForeign) return made
    const own = made.layers.filter(layer => !this.known.layers.some(row => row.id === layer.id))
    return { ...made, layers: withKeysAnew(own) }
  }
}

/** The layers with the first keys: those of layers that are no longer there are free again. */
function withKeysAnew(layers: readonly Layer[]): Layer[] {
  const dealt: Layer[] = []
  for (const { key: _, ...layer } of layers) {
    const key = freeLayerKey({ layers: dealt }, new Map())
    dealt.push(key === undefined ? layer : { ...layer, key })
  }
  return dealt
}

/** An option as a file from elsewhere gives it. */
export interface ForeignOption {
  name: string
  definition?: string
}

interface Seen {
  values: Set<string>
  /** One annotation had several of them. */
  isSeveral: boolean
}

/** More different values are no list to choose from. */
const mostOptions = 40

function kindOf({ values, isSeveral }: Seen): Attribute['kind'] {
  const all = [...values]
  if (isSeveral && isEvery(all, value => /^https?:\/\/[^\s/][^\s]*$/i.test(value))) return 'links'
  if (isSeveral) return isEvery(all, isOptionId) && all.length <= mostOptions ? 'multi-choice' : 'text'
  if (isEvery(all, value => value === 'true' || value === 'false')) return 'boolean'
  if (isEvery(all, value => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && String(Number(value)) === value))
    return isEvery(all, value => /^\d{4}$/.test(value) && parseEdtf(value).ok) ? 'text' : 'number'
  return isEvery(all, isOptionId) && all.length <= mostOptions ? 'choice' : 'text'
}

function isEvery(values: readonly string[], holds: (value: string) => boolean): boolean {
  return values.length > 0 && values.every(holds)
}

/** Whether an option of this id would be written just as the value was. */
function isOptionId(value: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
}

/** By id or name; a name of which an id keeps every letter, such as `Role_only`, also means what has that id. */
function findNamed<Row extends { id: string; name: string }>(
  rows: readonly Row[],
  name: string,
  idOf: (name: string, taken: readonly string[]) => string
): Row | undefined {
  const folded = name.trim().toLowerCase()
  const found = rows.find(row => row.id === name) ?? rows.find(row => row.name.toLowerCase() === folded)
  if (found !== undefined || !/^[\w\s.:-]{1,80}$/.test(name)) return found
  const id = idOf(name, [])
  return rows.find(row => row.id === id)
}
