import { z } from 'zod'

const offset = z.number().int()

/** What a region covers, and what a control says of it. Each control fills the key of its own type. */
const valueSchema = z.looseObject({
  start: offset.optional(),
  end: offset.optional(),
  /** The words covered; of a `textarea` what was written. */
  text: z.union([z.string(), z.array(z.string())]).optional(),
  labels: z.array(z.string()).optional(),
  choices: z.array(z.string()).optional(),
  number: z.number().optional(),
  rating: z.number().optional()
})

export const resultSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  value: valueSchema.optional(),
  meta: z.looseObject({ text: z.union([z.string(), z.array(z.string())]).optional() }).optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: z.array(z.string()).optional()
})

export const taskSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()),
  annotations: z
    .array(
      z.looseObject({
        result: z.array(resultSchema),
        was_cancelled: z.boolean().optional(),
        completed_by: z
          .union([z.number(), z.string(), z.looseObject({ email: z.string().optional() })])
          .optional()
      })
    )
    .optional(),
  predictions: z.array(z.unknown()).optional(),
  completions: z.array(z.looseObject({ result: z.array(resultSchema) })).optional()
})

export type LabelStudioAnnotation = NonNullable<z.infer<typeof taskSchema>['annotations']>[number]
export type LabelStudioResult = z.infer<typeof resultSchema>
export type LabelStudioTask = z.infer<typeof taskSchema>

/** Relations of ours that hold the pieces and parts of one annotation together; all others are a researcher's. */
export const pieceRelation = 'piece'
export const partRelation = 'part'
