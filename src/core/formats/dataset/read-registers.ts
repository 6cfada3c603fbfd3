import { builtInCodebook } from '../../project/built-in-codebook'
import type { Codebook } from '../../project/codebook'
import type { ProjectData } from '../../project/entities'
import { checkCodebook } from '../codebook/check-codebook'
import type { ReadContext } from '../format'
import { formatPlace, showText, type Problems } from '../problems'
import type { Dataset } from './schema'
import { checkUniqueIds } from './unique-ids'

export type Registers = Pick<
  ProjectData,
  'project' | 'codebook' | 'annotators' | 'actors' | 'issues' | 'cases'
>

/** All of a dataset that comes before its articles. */
export type DatasetHead = Omit<Dataset, 'articles' | 'annotations' | 'relations'>

/** The project itself, its codebook and its registers of people, issues and cases. */
export function readRegisters(dataset: DatasetHead, { now }: ReadContext, problems: Problems): Registers {
  const { createdAt = now, updatedAt = createdAt, ...project } = dataset.project
  const projectId = project.id
  const actorIds = checkUniqueIds(dataset.actors, ['actors'], problems)
  checkUniqueIds(dataset.annotators, ['annotators'], problems)
  checkUniqueIds(dataset.issues, ['issues'], problems)
  checkWholes(dataset, problems)
  checkUniqueIds(dataset.cases, ['cases'], problems)
  checkDefendants(dataset, actorIds, problems)
  if (dataset.codebook !== undefined) checkCodebook(dataset.codebook, problems)
  const codebook: Codebook = { ...(dataset.codebook ?? builtInCodebook), projectId }
  return {
    project: { ...project, createdAt, updatedAt },
    codebook,
    annotators: dataset.annotators.map(row => ({ ...row, projectId })),
    actors: dataset.actors.map(row => ({ ...row, projectId })),
    issues: dataset.issues.map(row => ({ ...row, projectId })),
    cases: dataset.cases.map(row => ({ ...row, projectId }))
  }
}

/** One level of sub-issues: what is part of another has no parts, and nothing is part of itself. */
function checkWholes({ issues }: DatasetHead, problems: Problems): void {
  const byId = new Map(issues.map(issue => [issue.id, issue]))
  issues.forEach(({ id, partOf }, index) => {
    if (partOf === undefined) return
    const place = formatPlace(['issues', index, 'partOf'])
    const whole = byId.get(partOf)
    if (whole === undefined)
      problems.add('dangling-id', `There is no issue with the id ${showText(partOf)}`, place)
    else if (partOf === id || whole.partOf !== undefined)
      problems.add('nested-issue', 'An issue that is itself part of another cannot have parts', place)
  })
}

function checkDefendants(dataset: DatasetHead, actorIds: ReadonlySet<string>, problems: Problems): void {
  dataset.cases.forEach((row, caseIndex) =>
    row.charges.forEach((charge, chargeIndex) =>
      charge.defendants.forEach((id, index) => {
        if (actorIds.has(id)) return
        const place = formatPlace(['cases', caseIndex, 'charges', chargeIndex, 'defendants', index])
        problems.add('dangling-id', `There is no actor with the id ${showText(id)}`, place)
      })
    )
  )
}
