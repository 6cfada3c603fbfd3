import { contentRole } from '../../annotation/parts'
import type { Attribute, Codebook, Layer } from '../../project/codebook'
import { relationTypes } from '../../project/entities'
import { partRelation, pieceRelation } from './label-studio-schema'

/** How a region's attribute is asked for in Label Studio, and the type of the result that answers. */
export function controlOf(attribute: Attribute | undefined): 'choices' | 'number' | 'textarea' {
  switch (attribute?.kind) {
    case 'choice':
    case 'multi-choice':
    case 'boolean':
      return 'choices'
    case 'number':
    case 'scale':
      return 'number'
    case 'text':
    case 'long-text':
    case 'date':
    case 'actor':
    case 'issue':
    case 'case':
    case 'links':
    case 'parties':
    case 'counts':
    case undefined:
      return 'textarea'
  }
}

/** The name of an attribute's control: two layers can have an attribute of the same id. */
export function controlName(layer: string, attribute: string): string {
  return `${layer}.${attribute}`
}

/** The label of a part, such as `source`: a region beside that of its annotation. */
export function partLabel(layer: string, role: string): string {
  return `${layer}:${role}`
}

/**
 * The labelling configuration (https://labelstud.io/guide/setup): labels for layers and their parts, a control for
 * each attribute that shows for its layer's regions only, and the types of relations.
 */
export function labellingConfig({ layers }: Codebook): string {
  const labels = layers.flatMap(layer => [
    `    <Label value="${escapeXml(layer.id)}" background="${hex(layer.colour)}"/>`,
    ...layer.spanRoles
      .filter(role => role !== contentRole)
      .map(
        role =>
          `    <Label value="${escapeXml(partLabel(layer.id, role))}" background="${hex(layer.colour)}"/>`
      )
  ])
  const relations = [...relationTypes, pieceRelation, partRelation].map(
    type => `    <Relation value="${type}"/>`
  )
  return [
    '<View>',
    '  <Relations>',
    ...relations,
    '  </Relations>',
    '  <Labels name="label" toName="text">',
    ...labels,
    '  </Labels>',
    '  <Text name="text" value="$text"/>',
    ...layers.map(controls),
    '</View>',
    ''
  ].join('\n')
}

function controls(layer: Layer): string {
  return [
    `  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="${escapeXml(layer.id)}">`,
    ...layer.attributes.flatMap(row => [
      `    <Header value="${escapeXml(row.name)}"/>`,
      ...control(layer, row)
    ]),
    '  </View>'
  ].join('\n')
}

function control(layer: Layer, attribute: Attribute): string[] {
  const names = `name="${escapeXml(controlName(layer.id, attribute.id))}" toName="text" perRegion="true"`
  const kind = controlOf(attribute)
  if (kind === 'number') return [`    <Number ${names}/>`]
  if (kind === 'textarea') return [`    <TextArea ${names} editable="true"/>`]
  const values =
    attribute.kind === 'boolean' ? ['true', 'false'] : (attribute.options ?? []).map(option => option.id)
  const choice = attribute.kind === 'multi-choice' ? 'multiple' : 'single'
  return [
    `    <Choices ${names} choice="${choice}">`,
    ...values.map(value => `      <Choice value="${escapeXml(value)}"/>`),
    '    </Choices>'
  ]
}

function hex(colour: string): string {
  const named: Readonly<Record<string, string>> = {
    claim: '#2a62b8',
    perspective: '#a8650b',
    legal: '#0f7a68'
  }
  return named[colour] ?? (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#666666')
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
