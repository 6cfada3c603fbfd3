import { z } from 'zod'

const offset = z.number().int()
const texts = z.record(z.string(), z.array(z.string()))

/** A span of a Prodigy task. What Prodigy does not know it keeps: ours tell whose part a span is, and the rest. */
export const spacySpanSchema = z.looseObject({
  start: offset,
  end: offset,
  label: z.string(),
  text: z.string().optional(),
  token_start: offset.optional(),
  token_end: offset.optional(),
  /** Spans of one annotation have the same. */
  annotation: z.string().optional(),
  /** Of a part; absent for what is tagged. */
  role: z.string().optional(),
  attributes: texts.optional(),
  memo: z.string().optional(),
  annotator: z.string().optional(),
  confidence: z.number().optional()
})

/** The label is null where a word that is no span was linked. */
const endSchema = z.looseObject({ start: offset, end: offset, label: z.string().nullish() })

/** A line of Prodigy's JSONL (https://prodi.gy/docs/api-interfaces). */
export const spacyLineSchema = z.looseObject({
  text: z.string(),
  spans: z.array(spacySpanSchema).default(() => []),
  tokens: z.array(z.looseObject({ start: offset, end: offset })).optional(),
  _annotator_id: z.string().optional(),
  _session_id: z.string().optional(),
  relations: z
    .array(
      z.looseObject({
        label: z.string(),
        /** Numbers of tokens within the spans. */
        head: offset.optional(),
        child: offset.optional(),
        head_span: endSchema.optional(),
        child_span: endSchema.optional(),
        from: z.string().optional(),
        to: z.string().optional()
      })
    )
    .optional(),
  meta: z.looseObject({ title: z.string().optional() }).optional(),
  answer: z.string().optional()
})

export type SpacySpan = z.infer<typeof spacySpanSchema>
export type SpacyEnd = z.infer<typeof endSchema>
export type SpacyLine = z.infer<typeof spacyLineSchema>
