import { contentRole } from '../../annotation/parts'
import type { Codebook, Layer } from '../../project/codebook'
import { relationTypes } from '../../project/entities'
import { bratAttributeName, bratName, ownMark } from './brat-names'

/** Types, roles, attributes and relations for brat's `annotation.conf`. */
export function annotationConf({ layers }: Codebook): string {
  const parts = [...new Set(layers.flatMap(partsOf))]
  const events = layers.map(layer => {
    const roles = partsOf(layer).map(role => `${bratName(role)}*:${bratName(role)}`)
    return [bratName(layer.id), roles.join(', ')].join('\t')
  })
  const attributes = layers.flatMap(layer =>
    layer.attributes
      .filter(row => row.kind === 'choice' || row.kind === 'multi-choice')
      .map(row => {
        const values = (row.options ?? []).map(option => option.id).join('|')
        return `${bratAttributeName(layer, row.id)}\tArg:${bratName(layer.id)}, Value:${values}`
      })
  )
  const relations = relationTypes.map(type => `${bratName(type)}\tArg1:<EVENT>, Arg2:<EVENT>`)
  return [
    ownMark,
    section('entities', parts.map(bratName)),
    section('relations', relations),
    section('events', events),
    section('attributes', attributes)
  ].join('\n')
}

/** Names and colours for brat's `visual.conf`. */
export function visualConf({ layers }: Codebook): string {
  const labels = layers.map(layer => `${bratName(layer.id)} | ${layer.name} | ${layer.initial}`)
  const looks = layers.map(
    layer => `${bratName(layer.id)}\tbgColor:${lightOf(layer.colour)}, borderColor:darken`
  )
  return [section('labels', labels), section('drawing', ['SPAN_DEFAULT\tfgColor:black', ...looks])].join('\n')
}

/** Backgrounds on which brat's black letters can be read. */
function lightOf(colour: string): string {
  const named: Readonly<Record<string, string>> = {
    claim: '#a9c7ef',
    perspective: '#f0cf94',
    legal: '#9fd8cb'
  }
  return named[colour] ?? (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#d9dcde')
}

function partsOf({ spanRoles }: Layer): string[] {
  return spanRoles.filter(role => role !== contentRole)
}

function section(name: string, lines: readonly string[]): string {
  return [`[${name}]`, ...lines, ''].join('\n')
}
