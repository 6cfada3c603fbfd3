import { contentRole } from '../../annotation/parts'
import type { Attribute, CodebookContent, Layer } from '../../project/codebook'
import { element, xmlText } from '../../xml/write-xml'
import { guidOf, keptGuidOf, partsCode } from './refi-guid'

/** Attributes whose options are codes under the layer's; all others are written into notes. */
export function isCoded(attribute: Attribute | undefined): boolean {
  return attribute?.kind === 'choice' || attribute?.kind === 'multi-choice'
}

export const layerCode = (layer: string) => keptGuidOf('layer', layer)
export const optionCode = (layer: string, attribute: string, option: string) =>
  keptGuidOf('option', `${layer} ${attribute} ${option}`)
export const partCode = (layer: string, role: string) => keptGuidOf('part', `${layer} ${role}`)

/** The `Codes` of a codebook: layers, under them their parts and their attributes, under these the options. */
export function codesXml({ layers }: Pick<CodebookContent, 'layers'>): string {
  return element('Codes', {}, layers.map(layerXml).join(''))
}

function layerXml(layer: Layer): string {
  const parts = layer.spanRoles
    .filter(role => role !== contentRole)
    .map(role => code(partCode(layer.id, role), role, true))
  const attributes = layer.attributes.filter(isCoded).map(row => {
    const options = (row.options ?? []).map(option =>
      code(optionCode(layer.id, row.id, option.id), option.id, true, describe(option.name, option.definition))
    )
    return code(
      guidOf('attribute', `${layer.id} ${row.id}`),
      row.id,
      false,
      describe(row.name, row.guidance),
      options
    )
  })
  const groups = parts.length === 0 ? [] : [code(guidOf('parts', layer.id), partsCode, false, '', parts)]
  return code(
    layerCode(layer.id),
    layer.id,
    true,
    describe(layer.name, layer.guidance),
    [...groups, ...attributes],
    layer.colour
  )
}

function describe(name: string, definition = ''): string {
  return definition === '' ? name : `${name}: ${definition}`
}

function code(
  guid: string,
  name: string,
  isCodable: boolean,
  description = '',
  children: readonly string[] = [],
  colour?: string
): string {
  const about = description === '' ? '' : element('Description', {}, xmlText(description))
  const attributes = {
    guid,
    name,
    isCodable: String(isCodable),
    color: colour === undefined ? undefined : hex(colour)
  }
  return `\n${element('Code', attributes, about + children.join(''))}`
}

function hex(colour: string): string {
  const named: Readonly<Record<string, string>> = {
    claim: '#2A62B8',
    perspective: '#A8650B',
    legal: '#0F7A68'
  }
  return named[colour] ?? (/^#[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : '#666666')
}
