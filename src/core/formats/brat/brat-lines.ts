import type { Result } from '../../result'
import { fail, ok } from '../../result'

/** A stretch of the text in code points, half open. */
export interface BratRange {
  start: number
  end: number
}

/** One line of an `.ann` file (brat stand-off, https://brat.nlplab.org/standoff.html). */
export type BratLine =
  | { kind: 'text-bound'; id: string; type: string; ranges: BratRange[]; text: string }
  | { kind: 'event'; id: string; type: string; trigger: string; args: { role: string; target: string }[] }
  | { kind: 'relation'; id: string; type: string; args: string[] }
  | { kind: 'attribute'; id: string; type: string; target: string; value: string }
  | { kind: 'normalization'; id: string; type: string; target: string; value: string }
  | { kind: 'note'; id: string; type: string; target: string; text: string }
  | { kind: 'equivalence'; members: string[] }

/** Reads one line; fails with `wrong-line` and what is expected there, without a place. */
export function parseBratLine(line: string): Result<BratLine> {
  const [id = '', middle = '', ...rest] = line.split('\t')
  const text = rest.join('\t')
  const words = middle.split(' ').filter(word => word !== '')
  const [type = '', target = '', value = ''] = words
  switch (id.charAt(0)) {
    case 'T':
      return parseTextBound(id, middle, text)
    case 'E':
      return parseEvent(id, words)
    case 'R':
      return parseRelation(id, words)
    case 'A':
    case 'M':
      if (target === '') return wrong('a name and the annotation it belongs to')
      return ok({ kind: 'attribute', id, type, target, value: words.length > 2 ? value : 'true' })
    case 'N':
      if (value === '') return wrong('a name, an annotation and an entry such as Wikidata:Q42')
      return ok({
        ...{ kind: 'normalization', id, type, target },
        value: text === '' ? value : `${value} ${text}`
      })
    case '#':
      if (target === '') return wrong('a kind of note and the annotation it belongs to')
      return ok({ kind: 'note', id, type, target, text })
    case '*':
      if (words.length < 3) return wrong('Equiv and at least two annotations')
      return ok({ kind: 'equivalence', members: words.slice(1) })
    default:
      return wrong('a line that begins with T, E, R, A, M, N, * or #')
  }
}

function wrong(expected: string): Result<never> {
  return fail('wrong-line', `This is no line of brat: ${expected} is expected`)
}

function parseTextBound(id: string, middle: string, text: string): Result<BratLine> {
  const parts = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(middle)
  const [, type = '', places = ''] = parts ?? []
  if (parts === null) return wrong('a type and places such as “claim 0 5;9 12”')
  const ranges = places.split(';').map(place => {
    const [start = '', end = ''] = place.split(' ')
    return { start: Number(start), end: Number(end) }
  })
  return ok({ kind: 'text-bound', id, type, ranges, text })
}

function parseEvent(id: string, words: readonly string[]): Result<BratLine> {
  const [first, ...args] = words.map(splitPair)
  if (first === undefined || first === null || args.includes(null))
    return wrong('a type with its trigger, and roles with their annotations, such as “claim:T1 source:T2”')
  const [type, trigger] = first
  const pairs = args.flatMap(pair => (pair === null ? [] : [{ role: pair[0], target: pair[1] }]))
  return ok({ kind: 'event', id, type, trigger, args: pairs })
}

function parseRelation(id: string, words: readonly string[]): Result<BratLine> {
  const [type, ...args] = words
  const targets = args.map(word => splitPair(word)?.[1])
  if (type === undefined || targets.length !== 2 || targets.includes(undefined))
    return wrong('a type and two arguments such as “supports Arg1:T1 Arg2:T2”')
  return ok({ kind: 'relation', id, type, args: targets.map(target => target ?? '') })
}

function splitPair(word: string): readonly [string, string] | null {
  const colon = word.indexOf(':')
  return colon <= 0 || colon === word.length - 1 ? null : [word.slice(0, colon), word.slice(colon + 1)]
}
