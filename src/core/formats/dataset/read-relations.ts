import type { Relation } from '../../project/entities'
import { formatPlace, showText, type Problems } from '../problems'
import type { Dataset } from './schema'
import { checkUniqueIds } from './unique-ids'

export function readRelations(dataset: Dataset, problems: Problems): Relation[] {
  checkUniqueIds(dataset.relations, ['relations'], problems)
  const annotationIds = new Set<string>(dataset.annotations.map(row => row.id))
  const annotatorIds = new Set<string>(dataset.annotators.map(row => row.id))
  return dataset.relations.map((row, index) => {
    const check = (ids: ReadonlySet<string>, key: 'from' | 'to' | 'annotatorId', kind: string) => {
      if (ids.has(row[key])) return
      problems.add(
        'dangling-id',
        `There is no ${kind} with the id ${showText(row[key])}`,
        formatPlace(['relations', index, key])
      )
    }
    check(annotationIds, 'from', 'annotation')
    check(annotationIds, 'to', 'annotation')
    check(annotatorIds, 'annotatorId', 'annotator')
    return { ...row, projectId: dataset.project.id }
  })
}
