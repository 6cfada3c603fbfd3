import { z } from 'zod'

/** What we take from the Web Annotation Data Model; everything else is passed over. */

/** JSON-LD writes a list of one as the one. */
function oneOrMore<Row>(row: z.ZodType<Row>): z.ZodType<Row[]> {
  return z.preprocess((value): unknown => (Array.isArray(value) ? value : [value]), z.array(row))
}

const selectorSchema = z.looseObject({
  type: z.string().optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional()
})

/** What a body or a target leads to, by its address. */
const resource = {
  id: z.string().optional(),
  source: z.union([z.string(), z.looseObject({ id: z.string() })]).optional()
}

const bodySchema = z.union([
  z.string(),
  z.looseObject({
    ...resource,
    value: z.string().optional(),
    purpose: z.string().optional(),
    'counterpoint:attribute': z.string().optional()
  })
])

const targetSchema = z.union([
  z.string(),
  z.looseObject({
    ...resource,
    selector: oneOrMore(selectorSchema).optional(),
    'counterpoint:role': z.string().optional()
  })
])

export const w3cAnnotationSchema = z.looseObject({
  id: z.string().optional(),
  type: oneOrMore(z.string()),
  motivation: oneOrMore(z.string()).optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  creator: z.union([z.string(), z.looseObject({ name: z.string().optional() })]).optional(),
  body: oneOrMore(bodySchema).optional(),
  bodyValue: z.string().optional(),
  target: oneOrMore(targetSchema),
  'counterpoint:confidence': z.number().optional(),
  'counterpoint:origin': z.enum(['manual', 'imported', 'suggested']).optional()
})

export const w3cArticleSchema = z.looseObject({ id: z.string(), 'counterpoint:file': z.string().optional() })

export type W3cAnnotation = z.infer<typeof w3cAnnotationSchema>
export type W3cBody = z.infer<typeof bodySchema>
export type W3cTarget = z.infer<typeof targetSchema>
export type W3cSelector = z.infer<typeof selectorSchema>
export type W3cArticle = z.infer<typeof w3cArticleSchema>
