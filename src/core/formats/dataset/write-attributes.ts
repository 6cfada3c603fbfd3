import { checkAttributeValue, isEdtf, type KnownIds } from '../../annotation/attribute-value'
import { countKinds, type Annotation, type Attributes, type AttributeValue } from '../../project/entities'
import type { FormatIssue } from '../format'
import { formatPlace } from '../problems'
import type { ProjectHead } from '../project-source'
import { remember } from './remember'

/**
 * Attributes in the codebook's order. A value that the codebook no longer allows is left out and reported:
 * a dataset that its own reader refuses would be worse.
 */
export function attributeFilter(head: ProjectHead, issues: FormatIssue[]): (row: Annotation) => Attributes {
  const known: KnownIds = {
    actors: new Set(head.actors.map(row => row.id)),
    issues: new Set(head.issues.map(row => row.id)),
    cases: new Set(head.cases.map(row => row.id))
  }
  const isDate = remember(isEdtf)
  const attributesOf = new Map<string, ProjectHead['codebook']['layers'][number]['attributes']>()
  for (const layer of head.codebook.layers) attributesOf.set(layer.id, layer.attributes)

  return row => {
    const written: Attributes = {}
    const attributes = attributesOf.get(row.layer) ?? []
    const report = (id: string, reason: string) => {
      issues.push({
        place: formatPlace(['annotations', row.id, 'attributes', id]),
        message: `${reason}; left out.`
      })
    }
    for (const attribute of attributes) {
      if (!Object.hasOwn(row.attributes, attribute.id)) continue
      const value = row.attributes[attribute.id]
      if (value === undefined) continue
      const reason = checkAttributeValue(attribute, value, known, isDate)
      if (reason === null) written[attribute.id] = inKeyOrder(value)
      else report(attribute.id, reason)
    }
    for (const id of Object.keys(row.attributes)) {
      if (!attributes.some(attribute => attribute.id === id)) report(id, 'The codebook has no such attribute')
    }
    return written
  }
}

function inKeyOrder(value: AttributeValue): AttributeValue {
  if (typeof value !== 'object') return value
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      countKinds.flatMap(kind => (value[kind] === undefined ? [] : [[kind, value[kind]]]))
    )
  }
  const parties = value.filter(item => typeof item === 'object')
  return parties.length === 0 ? value : parties.map(({ role, actor }) => ({ role, actor }))
}
