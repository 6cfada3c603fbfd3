import { entryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { fileNameFor } from '../file-name'
import type { FormatIssue, OutgoingFile, WriteContext, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { relationToW3c, toW3c, type W3cContext } from './w3c-annotation'
import { jsonLdContext, ownPrefix, toIri } from './w3c-names'

/** A collection with all annotations in one page, and the texts that they are about. */
export function writeW3c(source: ProjectSource, write: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const context: W3cContext = { head: source.head, names: entryNames(source.head), write, unit: 'code-point' }
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      yield* collection(source, context, issues)
    }
  }
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      yield { name: `${fileNameFor(source.head.project.title)}.jsonld`, chunks }
      if (write.withholdsText === true) return
      for (const { stem, revision } of currentTexts(source, []))
        yield { name: `${stem}.txt`, chunks: [revision.text] }
    }
  }
  return { files, issues }
}

function* collection(source: ProjectSource, context: W3cContext, issues: FormatIssue[]): Generator<string> {
  const { project } = source.head
  const { generator, exportedAt } = context.write
  const head = {
    '@context': jsonLdContext,
    id: toIri('project', project.id),
    type: 'AnnotationCollection',
    label: project.title,
    'counterpoint:description': project.description,
    generator: { type: 'Software', name: `${generator.name} ${generator.version}` },
    created: exportedAt
  }
  yield `${JSON.stringify(head, null, 1).slice(0, -'\n}'.length)},\n "counterpoint:articles": [`
  let front = '\n'
  for (const text of currentTexts(source, [])) {
    yield front + JSON.stringify(describe(text))
    front = ',\n'
  }
  yield `\n ],\n "first": {"id": ${JSON.stringify(`${head.id}:page:1`)}, "type": "AnnotationPage", "startIndex": 0, "items": [`
  front = '\n'
  let total = 0
  for (const text of currentTexts(source, issues)) {
    const rows = [
      ...text.annotations.map(row => toW3c(row, text, context)),
      ...text.relations.map(row => relationToW3c(row, context))
    ]
    total += rows.length
    for (let at = 0; at < rows.length; at += 250) {
      yield (
        front +
        rows
          .slice(at, at + 250)
          .map(row => JSON.stringify(row))
          .join(',\n')
      )
      front = ',\n'
    }
  }
  // Known only now: what leads out of an article is left out.
  yield `\n ]},\n "total": ${total}\n}\n`
}

function describe({ article, revision, stem }: CurrentText): object {
  const { title, byline, outlet, url, publishedAt, language } = article
  const own = { title, byline, outlet, url, publishedAt, language, textSha256: revision.textSha256 }
  return {
    id: toIri('article', article.id),
    type: 'Text',
    format: 'text/plain',
    'counterpoint:file': `${stem}.txt`,
    ...Object.fromEntries(
      Object.entries(own).flatMap(([key, value]) => (value === '' ? [] : [[`${ownPrefix}:${key}`, value]]))
    )
  }
}

/** A list of annotations for each article as `@recogito/text-annotator` loads it: it counts UTF-16 units. */
export function writeRecogito(source: ProjectSource, write: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const context: W3cContext = {
    ...{ head: source.head, names: entryNames(source.head), write, unit: 'utf-16' }
  }
  const files = {
    *[Symbol.iterator](): Generator<OutgoingFile> {
      issues.length = 0
      for (const text of currentTexts(source, issues)) {
        const rows = () =>
          text.annotations.map(row =>
            JSON.stringify({ '@context': jsonLdContext, ...toW3c(row, text, context) })
          )
        const chunks = {
          *[Symbol.iterator]() {
            yield `[\n${rows().join(',\n')}\n]\n`
          }
        }
        yield { name: `${text.stem}.recogito.json`, chunks }
        yield { name: `${text.stem}.txt`, chunks: [text.revision.text] }
      }
    }
  }
  return { files, issues }
}
