import {
  conditionsOf,
  toggleAttributeValue,
  toggleId,
  type AnnotationFilter,
  type AnnotationStatus,
  type FilterCondition
} from '../../../core/annotation/filter'
import { findLayer, type Attribute, type Codebook, type Layer } from '../../../core/project/codebook'
import type { Annotator } from '../../../core/project/entities'
import type { ComboboxOption } from '../../ui/match-options'
import type { ProjectRegisters } from './use-registers'

export interface FilterNames {
  codebook: Codebook
  registers: ProjectRegisters
  annotators: readonly Annotator[]
}

const statusNames: Readonly<Record<AnnotationStatus, string>> = {
  complete: 'Complete',
  incomplete: 'Incomplete',
  'to-confirm': 'To confirm'
}

/** A condition that can be chosen, and what choosing it makes of the filter. */
export interface FilterOption extends ComboboxOption {
  choose(filter: AnnotationFilter): AnnotationFilter
}

/** Everything one can filter by, in the order in which it is most wanted. */
export function filterOptions(names: FilterNames): FilterOption[] {
  const { codebook, registers, annotators } = names
  const { layers } = codebook
  return [
    ...layers.map(layer => listOption('layers', layer.id, layer.name, 'Layer')),
    ...Object.entries(statusNames).map(([id, name]) => listOption('statuses', id, name, 'Status')),
    {
      id: 'problems',
      name: 'With problems',
      detail: 'Status',
      choose: filter => ({ ...filter, onlyProblems: true })
    },
    ...layers.flatMap(layer => layer.attributes.flatMap(attribute => valueOptions(layer, attribute))),
    listOption('actors', 'article', "Article's own voice", 'Actor'),
    ...registers.actors.map(actor => ({
      ...listOption('actors', actor.id, actor.name, 'Actor'),
      aliases: actor.aliases
    })),
    ...registers.issues.map(issue => ({
      ...listOption('issues', issue.id, issue.shortName === '' ? issue.question : issue.shortName, 'Issue'),
      aliases: [issue.question]
    })),
    ...registers.cases.map(row => listOption('cases', row.id, row.name, 'Case')),
    ...annotators.map(row => listOption('annotators', row.id, row.name, 'Annotator'))
  ]
}

function listOption(
  kind: Parameters<typeof toggleId>[1],
  id: string,
  name: string,
  detail: string
): FilterOption {
  const choose = (filter: AnnotationFilter) =>
    (filter[kind] as readonly string[]).includes(id) ? filter : toggleId(filter, kind, id)
  return { id: `${kind} ${id}`, name, detail, choose }
}

function valueOptions(layer: Layer, attribute: Attribute): FilterOption[] {
  const detail = `${layer.name} · ${attribute.name}`
  const option = (value: string | boolean | null, name: string): FilterOption => ({
    id: `value ${layer.id} ${attribute.id} ${value}`,
    name,
    detail,
    choose: filter => {
      const has = filter.attributes.some(
        condition =>
          condition.layer === layer.id &&
          condition.attribute === attribute.id &&
          condition.values.includes(value)
      )
      return has ? filter : toggleAttributeValue(filter, layer.id, attribute.id, value)
    }
  })
  const values =
    attribute.kind === 'boolean'
      ? [option(true, 'Yes'), option(false, 'No')]
      : (attribute.options ?? []).map(({ id, name }) => option(id, name))
  return [...values, option(null, `${attribute.name} not set`)]
}

/** The conditions of a filter as chips say them: "Stance: opposes or mixed". */
export function filterChips(
  filter: AnnotationFilter,
  names: FilterNames
): { key: string; words: string; condition: FilterCondition }[] {
  return conditionsOf(filter).map(condition => ({
    key: JSON.stringify(condition),
    words: chipWords(condition, names),
    condition
  }))
}

function chipWords(condition: FilterCondition, { codebook, registers, annotators }: FilterNames): string {
  switch (condition.kind) {
    case 'layers':
      return findLayer(codebook, condition.id)?.name ?? condition.id
    case 'actors':
      return condition.id === 'article'
        ? "Article's own voice"
        : (registers.actorName(condition.id) ?? condition.id)
    case 'issues':
      return registers.issueName(condition.id) ?? condition.id
    case 'cases':
      return registers.caseName(condition.id) ?? condition.id
    case 'annotators':
      return `By ${annotators.find(row => row.id === condition.id)?.name ?? condition.id}`
    case 'statuses':
      return statusNames[condition.id]
    case 'onlyProblems':
      return 'With problems'
    case 'text':
      return `Containing “${condition.text}”`
    case 'attributes': {
      const { layer, attribute, values } = condition.condition
      const known = findLayer(codebook, layer)?.attributes.find(candidate => candidate.id === attribute)
      const valueName = (value: (typeof values)[number]) => {
        if (value === null) return 'not set'
        if (typeof value === 'boolean') return value ? 'yes' : 'no'
        return known?.options?.find(option => option.id === value)?.name.toLowerCase() ?? String(value)
      }
      return `${known?.name ?? attribute}: ${values.map(valueName).join(' or ')}`
    }
  }
}
