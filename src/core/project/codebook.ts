import { z } from 'zod'
import { codebookIdSchema, layerIdSchema, projectIdSchema } from './ids'

/** Kebab-case, as in datasets: `role-only`, `hung-jury`. */
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case expected')
/** No longer offered, and kept because annotations use it. */
const retired = z.literal(true)
const attributeIdSchema = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'camelCase expected')

export const optionSchema = z.strictObject({
  id: kebab,
  name: z.string().min(1),
  /** One line that tells an annotator when to choose this option. */
  definition: z.string().optional(),
  /** A single key that sets this option on the focused annotation. */
  key: z.string().length(1).optional(),
  retired: retired.optional()
})

export const attributeKinds = [
  'choice',
  'multi-choice',
  'text',
  'long-text',
  'number',
  'scale',
  'boolean',
  'date',
  'actor',
  'issue',
  'case',
  'links',
  'parties',
  'counts'
] as const

export const attributeSchema = z.strictObject({
  id: attributeIdSchema,
  name: z.string().min(1),
  kind: z.enum(attributeKinds),
  /** For `choice` and `multi-choice`; for `parties` the roles a party can have. */
  options: z.array(optionSchema).optional(),
  required: z.boolean().optional(),
  guidance: z.string().optional(),
  /** A single key that opens this attribute's control. */
  key: z.string().length(1).optional(),
  /** For `actor`: the value `"article"` (the article's own voice) is allowed beside actor ids. */
  allowsArticleVoice: z.boolean().optional(),
  /** For `scale`: both ends, inclusive. */
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** Shown folded until asked for or filled. */
  secondary: z.boolean().optional(),
  retired: retired.optional()
})

export const lineStyles = ['solid', 'dotted', 'double', 'dashed'] as const

export const layerSchema = z.strictObject({
  id: layerIdSchema,
  name: z.string().min(1),
  pluralName: z.string().min(1),
  /** One letter that stands for the layer in marks and margin cards. */
  initial: z.string().min(1).max(2),
  /** A single key that tags with this layer; layers beyond the keyboard's keys have none. */
  key: z.string().length(1).optional(),
  /** Name of a hue in the design tokens (`claim`, `perspective`, `legal`) or a CSS hex colour. */
  colour: z.string().min(1),
  lineStyle: z.enum(lineStyles),
  guidance: z.string().optional(),
  retired: retired.optional(),
  spanRoles: z.array(kebab),
  attributes: z.array(attributeSchema)
})

/** Schemes of labels have dozens; where there are more than this many, words stand where labels should. */
export const mostLayers = 200

export const codebookContentSchema = z.strictObject({
  id: codebookIdSchema,
  title: z.string().min(1),
  version: z.number().int().positive(),
  layers: z.array(layerSchema).min(1).max(mostLayers)
})

/** A codebook as a row of the working store: what datasets carry, and whose it is. */
export const codebookSchema = codebookContentSchema.extend({ projectId: projectIdSchema })

export type CodebookOption = z.infer<typeof optionSchema>
export type Attribute = z.infer<typeof attributeSchema>
export type AttributeKind = Attribute['kind']
export type Layer = z.infer<typeof layerSchema>
export type CodebookContent = z.infer<typeof codebookContentSchema>
export type Codebook = z.infer<typeof codebookSchema>

/** The layer with this id, or undefined when the codebook has none. */
export function findLayer(codebook: Pick<CodebookContent, 'layers'>, id: string): Layer | undefined {
  return codebook.layers.find(layer => layer.id === id)
}

/** The layers that can be tagged with: those that are not retired. */
export function offeredLayers(codebook: CodebookContent): Layer[] {
  return codebook.layers.filter(layer => layer.retired !== true)
}

/** The layers to count: those that can be tagged with, and retired ones that still have annotations. */
export function shownLayers(codebook: CodebookContent, counts: ReadonlyMap<string, number>): Layer[] {
  return codebook.layers.filter(layer => layer.retired !== true || (counts.get(layer.id) ?? 0) > 0)
}

/** The options that can be chosen, and the retired ones among `chosen`, which must stay visible. */
export function offeredOptions(attribute: Attribute, chosen: readonly string[] = []): CodebookOption[] {
  return (attribute.options ?? []).filter(option => option.retired !== true || chosen.includes(option.id))
}
