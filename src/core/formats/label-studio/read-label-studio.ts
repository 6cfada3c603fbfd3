import { z } from 'zod'
import type { SourceUnit } from '../../anchoring/source-text'
import { contentRole } from '../../annotation/parts'
import type { ProjectData } from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import { fail, type Result } from '../../result'
import { addShapeProblems } from '../dataset/explain-shape'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder, type AddedArticle, type ForeignSpan } from '../exchange/project-builder'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { parseJson } from '../parse-json'
import { Problems } from '../problems'
import {
  partRelation,
  pieceRelation,
  taskSchema,
  type LabelStudioAnnotation,
  type LabelStudioResult,
  type LabelStudioTask
} from './label-studio-schema'

/**
 * Reads a JSON export of Label Studio. Today's editor counts code points, older ones UTF-16 units: the words that a
 * region covers tell which. Results without a region, and drawings on images, are reported and left out.
 */
export function readLabelStudio(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const builder = new ProjectBuilder(context, { title: 'Label Studio project' })
  const exports = files.filter(file => file.name.toLowerCase().endsWith('.json'))
  if (exports.length === 0)
    return fail('no-tasks', 'There is no JSON export of Label Studio among these files.')
  for (const file of exports) {
    const tasks = parseTasks(file)
    if (!tasks.ok) return tasks
    tasks.value.forEach((task, at) => readTask(builder, task, at, `${file.name}, [${at}]`))
  }
  return builder.build()
}

function parseTasks(file: SourceFile): Result<LabelStudioTask[]> {
  const text = decodeFile(file)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  if (isShortExport(json.value))
    return fail(
      'short-export',
      'This is Label Studio’s JSON-MIN, in which regions have no ids and relations are missing. Export it as JSON.',
      file.name
    )
  const parsed = z.array(taskSchema).safeParse(json.value, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = new Problems()
  addShapeProblems(problems, parsed.error.issues)
  return { ok: false, error: problems.toFailure() ?? { code: 'wrong-shape', message: parsed.error.message } }
}

/** JSON-MIN has the data of a task and what was said of it side by side. */
function isShortExport(json: unknown): boolean {
  const first: unknown = Array.isArray(json) ? json[0] : undefined
  return typeof first === 'object' && first !== null && 'annotation_id' in first && !('data' in first)
}

function readTask(builder: ProjectBuilder, task: LabelStudioTask, at: number, place: string): void {
  const text = textOf(task)
  if (text === null) {
    builder.problem(
      'no-text',
      'The task has no text: Counterpoint reads tasks with “text” in their data',
      place
    )
    return
  }
  const said = (key: string) => (typeof task.data[key] === 'string' ? task.data[key] : '')
  const done: LabelStudioAnnotation[] = [...(task.annotations ?? []), ...(task.completions ?? [])]
  const left = (what: string) => builder.issues.push({ place, message: `${what}; left out.` })
  if ((task.predictions ?? []).length > 0) left('Predictions of a model are nobody’s annotations')
  const unit = unitOf(
    text,
    done.flatMap(row => row.result)
  )
  const article = builder.addArticle(
    {
      ...{
        text,
        unit,
        title: said('title') || `Task ${at + 1}`,
        byline: said('byline'),
        outlet: said('outlet')
      },
      ...{ url: said('url'), publishedAt: said('publishedAt'), language: said('language') }
    },
    place
  )
  if (article === null) return
  // Ids of regions are told apart within one annotator's work only.
  for (const row of done)
    if (row.was_cancelled === true) left('An annotator skipped the task')
    else new TaskReader(builder, article, row.result, place, annotatorOf(row)).read()
}

function annotatorOf({ completed_by }: LabelStudioAnnotation): string | undefined {
  if (completed_by === undefined || typeof completed_by === 'string') return completed_by
  return typeof completed_by === 'number' ? `Annotator ${completed_by}` : completed_by.email
}

function textOf({ data }: LabelStudioTask): string | null {
  if (typeof data['text'] === 'string') return data['text']
  const texts = Object.values(data).filter(value => typeof value === 'string')
  return texts.length === 1 ? (texts[0] ?? null) : null
}

/** Code points, unless the words of a region are found only when UTF-16 units are counted. */
function unitOf(text: string, results: readonly LabelStudioResult[]): SourceUnit {
  if (!/[\ud800-\udbff]/.test(text)) return 'code-point'
  const points = [...text]
  const misses = (slice: (start: number, end: number) => string) =>
    results.filter(({ value }) => {
      if (typeof value?.text !== 'string' || value.start === undefined || value.end === undefined)
        return false
      return slice(value.start, value.end) !== value.text
    }).length
  const wrongPoints = misses((start, end) => points.slice(start, end).join(''))
  return wrongPoints > misses((start, end) => text.slice(start, end)) ? 'utf-16' : 'code-point'
}

/** The regions of a task, with what controls say of them. */
class TaskReader {
  private readonly regions = new Map<string, LabelStudioResult>()
  private readonly said = new Map<string, LabelStudioResult[]>()
  private readonly relations: LabelStudioResult[] = []
  private readonly added = new Map<string, AnnotationId>()

  constructor(
    private readonly builder: ProjectBuilder,
    private readonly article: AddedArticle,
    results: readonly LabelStudioResult[],
    private readonly place: string,
    private readonly annotator: string | undefined
  ) {
    results.forEach((row, at) => {
      const id = row.id ?? `result ${at}`
      if (row.type === 'relation') this.relations.push(row)
      else if (row.type === 'labels' || row.type === 'hypertextlabels') this.regions.set(id, row)
      else this.said.set(id, [...(this.said.get(id) ?? []), row])
    })
  }

  read(): void {
    const members = new Map<string, string[]>()
    for (const { from_id = '', to_id = '', labels } of this.relations)
      if (isInner(labels)) members.set(from_id, [...(members.get(from_id) ?? []), to_id])
    const taken = new Set([...members.values()].flat())
    for (const [id, region] of this.regions) if (!taken.has(id)) this.add(id, region, members.get(id) ?? [])
    for (const id of this.said.keys())
      if (!this.regions.has(id)) this.leftOut('What is said of the whole text, or of what is no passage,')
    for (const { from_id, to_id, labels } of this.relations) {
      if (isInner(labels)) continue
      const [from, to] = [this.added.get(from_id ?? ''), this.added.get(to_id ?? '')]
      if (from === undefined || to === undefined) this.leftOut(`The relation of ${from_id} and ${to_id}`)
      else if (labels === undefined || labels.length === 0)
        this.leftOut(`The relation of ${from_id} and ${to_id}, which says nothing of its kind,`)
      else for (const label of labels) this.builder.addRelation(label, from, to, this.place)
    }
  }

  private add(id: string, region: LabelStudioResult, members: readonly string[]): void {
    const [label = 'Unnamed', ...others] = region.value?.labels ?? []
    const spans = [id, ...members].flatMap(member => this.spanOf(member, member === id))
    const note = region.meta?.text
    const annotator = region.meta?.['annotator'] ?? this.annotator
    const confidence = region.meta?.['confidence']
    const foreign = {
      id,
      spans,
      attributes: this.attributesOf(id, label),
      memo: note === undefined ? '' : typeof note === 'string' ? note : note.join('\n'),
      ...(typeof annotator === 'string' && { annotator }),
      ...(typeof confidence === 'number' && { confidence })
    }
    const added = this.builder.addAnnotation(this.article, { ...foreign, label }, this.place)
    if (added !== null) this.added.set(id, added)
    // A region of several labels is an annotation of each.
    for (const other of others)
      this.builder.addAnnotation(
        this.article,
        { label: other, spans, memo: foreign.memo, ...(typeof annotator === 'string' && { annotator }) },
        this.place
      )
  }

  private spanOf(id: string, isFirst: boolean): ForeignSpan[] {
    const { value } = this.regions.get(id) ?? {}
    if (value?.start === undefined || value.end === undefined) return []
    const role = isFirst ? contentRole : (value.labels?.[0]?.split(':')[1] ?? contentRole)
    const quote = typeof value.text === 'string' ? { quote: value.text } : {}
    return [{ role, start: value.start, end: value.end, ...quote }]
  }

  private attributesOf(id: string, label: string): Record<string, string[]> {
    const attributes: Record<string, string[]> = {}
    for (const { from_name = '', value, type } of this.said.get(id) ?? []) {
      const name = from_name.startsWith(`${label}.`) ? from_name.slice(label.length + 1) : from_name
      const number = value?.number ?? value?.rating
      const texts =
        value?.choices ??
        (number === undefined ? undefined : [String(number)]) ??
        (typeof value?.text === 'string' ? [value.text] : value?.text)
      if (texts === undefined) this.leftOut(`What “${from_name}” (${type}) says of ${id}`)
      else attributes[name] = [...(attributes[name] ?? []), ...texts]
    }
    return attributes
  }

  private leftOut(what: string): void {
    this.builder.issues.push({ place: this.place, message: `${what} cannot be kept here; left out.` })
  }
}

function isInner(labels: readonly string[] | undefined): boolean {
  return labels?.length === 1 && (labels[0] === pieceRelation || labels[0] === partRelation)
}
