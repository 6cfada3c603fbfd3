import { attributeStrings, entryNames } from '../../src/core/formats/exchange/attribute-strings'
import type { Loss } from '../../src/core/formats/losses'
import { sourceOf } from '../../src/core/formats/project-source'
import { findLayer } from '../../src/core/project/codebook'
import type { Annotation, ProjectData } from '../../src/core/project/entities'

/**
 * What a project says, without the ids that say it: rows are told by what they hold, attributes are the texts that
 * plain formats carry. Two projects of one portrait are the same to a researcher.
 */
export function portraitOf(data: ProjectData, losses: readonly Loss[] = []) {
  const names = entryNames(sourceOf(data).head)
  const articleAt = new Map(data.articles.map((row, index) => [row.id, index]))
  const textOf = (articleId: string, number: number) =>
    data.revisions.find(row => row.articleId === articleId && row.number === number)
  const describe = (row: Annotation) => ({
    article: articleAt.get(row.articleId),
    revision: row.revision,
    layer: row.layer,
    spans: [...row.spans]
      .map(({ role, startUtf16, endUtf16 }) => `${role} ${startUtf16}–${endUtf16}`)
      .sort((a, b) => a.localeCompare(b)),
    attributes: Object.fromEntries(
      attributeStrings(row, findLayer(data.codebook, row.layer), names).map(({ id, values }) => [id, values])
    ),
    memo: row.memo,
    confidence: row.confidence,
    annotator: names.annotators.get(row.annotatorId),
    origin: row.origin,
    placement: row.placement,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt
  })
  const keyOf = new Map(data.annotations.map(row => [row.id, JSON.stringify(describe(row))]))
  const sorted = (keys: (string | undefined)[]) => keys.map(key => key ?? '').sort()
  const { title, description } = data.project
  return {
    project: { title, description },
    codebook:
      !losses.includes('codebook') &&
      data.codebook.layers.map(({ id, name, spanRoles, attributes }) => ({
        ...{ id, name, spanRoles },
        attributes: attributes.map(row => ({ id: row.id, kind: row.kind, options: row.options }))
      })),
    articles: data.articles.map(row => ({
      ...{ title: row.title, byline: row.byline, outlet: row.outlet, url: row.url },
      ...{ publishedAt: row.publishedAt, language: row.language, status: row.status },
      ...{ original: row.original, createdAt: row.createdAt, updatedAt: row.updatedAt },
      text: textOf(row.id, row.revision)?.text,
      blocks: textOf(row.id, row.revision)?.blocks,
      pages: textOf(row.id, row.revision)?.pages,
      earlier: data.revisions
        .filter(other => other.articleId === row.id && other.number !== row.revision)
        .map(other => other.text)
    })),
    actors: data.actors.map(({ name, kind, aliases, role, affiliation, colour }) => ({
      ...{ name, kind, aliases, role, affiliation, colour }
    })),
    issues: data.issues.map(({ question, shortName, description: about, partOf }) => ({
      ...{ question, shortName, about },
      partOf: partOf === undefined ? undefined : names.issues.get(partOf)
    })),
    cases: data.cases.map(({ name, court, jurisdiction, docketNumber, charges }) => ({
      ...{ name, court, jurisdiction, docketNumber },
      charges: charges.map(charge => ({
        ...charge,
        defendants: charge.defendants.map(id => names.actors.get(id))
      }))
    })),
    annotators: data.annotators.map(({ name, role }) => ({ name, role })),
    annotations: sorted(data.annotations.map(row => keyOf.get(row.id))),
    relations: sorted(
      data.relations.map(row =>
        JSON.stringify([
          row.type,
          keyOf.get(row.from),
          keyOf.get(row.to),
          names.annotators.get(row.annotatorId)
        ])
      )
    )
  }
}
