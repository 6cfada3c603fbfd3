import { z } from 'zod'
import { sha256Schema } from '../../project/entities'
import { sha256OfText } from '../../project/sha256'
import {
  datasetAnnotationSchema,
  datasetArticleSchema,
  datasetRevisionSchema,
  datasetSchema,
  datasetSpanSchema,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetRevision
} from './schema'

const withheldSpanSchema = datasetSpanSchema
  .omit({ quote: true })
  .extend({ quoteSha256: sha256Schema.meta({ description: 'SHA-256 of the text between the offsets' }) })
  .meta({ title: 'Span', description: 'A stretch of a text that is not here, half open' })

const hash = sha256Schema.meta({ description: 'SHA-256 of the text that offsets count in, in UTF-8' })
const withheldRevisionSchema = datasetRevisionSchema.omit({ text: true }).extend({ textSha256: hash }).meta({
  title: 'Earlier revision',
  description: 'A text that annotations still point at, which is not here'
})
const withheldArticleSchema = datasetArticleSchema
  .omit({ text: true })
  .extend({ textSha256: hash, earlierRevisions: z.array(withheldRevisionSchema).optional() })
  .meta({ title: 'Article', description: 'What is known of a text that is not here' })
const withheldAnnotationSchema = datasetAnnotationSchema
  .extend({ spans: z.array(withheldSpanSchema).min(1) })
  .meta({ title: 'Annotation', description: "A researcher's tag. Attributes that are unset are left out" })

/** A dataset whose texts were withheld: hashes stand in place of texts and quotations. It is read with them beside it. */
export const withheldDatasetSchema = datasetSchema
  .extend({
    textsWithheld: z.literal(true),
    articles: z.array(withheldArticleSchema),
    annotations: z.array(withheldAnnotationSchema)
  })
  .meta({
    title: 'Counterpoint dataset without texts, version 1',
    description: 'Annotations and all that describes them; of the texts, positions and hashes'
  })

export type WithheldDataset = z.infer<typeof withheldDatasetSchema>

/** The article as it was written, without its texts. */
export function withoutTexts({ text: _, earlierRevisions, ...row }: DatasetArticle): object {
  if (earlierRevisions === undefined) return row
  const withoutText = ({ text: __, ...revision }: DatasetRevision) => revision
  return { ...row, earlierRevisions: earlierRevisions.map(withoutText) }
}

/** The annotation as it was written, with SHA-256 in place of its quotations. */
export function withoutQuotes(row: DatasetAnnotation): object {
  const spans = row.spans.map(({ quote, ...span }) => ({ ...span, quoteSha256: sha256OfText(quote) }))
  return { ...row, spans }
}
