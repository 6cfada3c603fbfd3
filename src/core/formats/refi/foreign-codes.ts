import { cutTo } from '../../anchoring/cut-to'
import { childOf, childrenOf, textIn, type XmlElement } from '../../xml/parse-xml'
import type { ForeignOption } from '../exchange/codebook-builder'
import type { ProjectBuilder } from '../exchange/project-builder'

/** What a code of another program means here. */
export interface CodeMeaning {
  layer: string
  /** The option of the choice `subCode` that it is; undefined for a top code. */
  option: string | undefined
}

/** More top codes are options of one layer: more layers could not be told apart at a glance. */
const mostLayers = 20
/** The choice of a layer that holds the codes below the layer's own. */
export const subCode = 'Sub-code'
const onlyLayer = 'Code'

/**
 * Takes in the codes of another program, used or not: a layer for each top code, and those below it, however deep,
 * as the options of one choice, named by their path below it (`Police / Local`). Answers what each `Code` means.
 */
export function addForeignCodes(
  builder: ProjectBuilder,
  codes: readonly XmlElement[],
  file: string
): ReadonlyMap<XmlElement, CodeMeaning> {
  const meanings = new Map<XmlElement, CodeMeaning>()
  if (codes.length > mostLayers) {
    const message = `There are ${codes.length} codes at the top; they are options of one layer now.`
    builder.issues.push({ place: file, message })
    addBelow(builder, onlyLayer, codes, file, meanings)
    return meanings
  }
  const names = new Set<string>()
  for (const code of codes) {
    const place = `${file}, line ${code.line}`
    const name = nameOf(code)
    const folded = name.toLowerCase()
    if (names.has(folded))
      builder.issues.push({ place, message: `Two codes are called “${name}”; they are one layer now.` })
    names.add(folded)
    meanings.set(code, { layer: name, option: undefined })
    const layer = builder.addLayer(name, place)
    if (layer === null) continue
    builder.addGuidance(layer, description(code))
    const below = childrenOf(code, 'Code')
    if (below.length > 0) addBelow(builder, name, below, file, meanings)
  }
  return meanings
}

function addBelow(
  builder: ProjectBuilder,
  name: string,
  codes: readonly XmlElement[],
  file: string,
  meanings: Map<XmlElement, CodeMeaning>
): void {
  const layer = builder.addLayer(name, file)
  if (layer === null) return
  const options: ForeignOption[] = []
  const names = new Set<string>()
  const visit = (code: XmlElement, above: string) => {
    const option = cutTo(`${above}${nameOf(code)}`, 1000)
    const folded = option.toLowerCase()
    if (names.has(folded)) {
      const message = `Two codes are called “${option}”; they are one option now.`
      builder.issues.push({ place: `${file}, line ${code.line}`, message })
    }
    names.add(folded)
    const definition = description(code)
    options.push({ name: option, ...(definition === '' ? {} : { definition }) })
    meanings.set(code, { layer: name, option })
    for (const child of childrenOf(code, 'Code')) visit(child, `${option} / `)
  }
  for (const code of codes) visit(code, '')
  builder.addChoice(layer, subCode, options, file)
}

export function nameOf(code: XmlElement): string {
  return (code.attributes['name'] ?? '').trim() || 'Unnamed'
}

function description(code: XmlElement): string {
  return cutTo(textIn(childOf(code, 'Description')).trim(), 10_000)
}
