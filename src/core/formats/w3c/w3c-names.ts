/** IRIs and terms of our own beside those of the recommendation; readers that do not know them pass them over. */

const annotationContext = 'http://www.w3.org/ns/anno.jsonld'
export const ownPrefix = 'counterpoint'

/** What terms mean: those of the recommendation, and our prefix. */
export const jsonLdContext = [annotationContext, { [ownPrefix]: 'urn:counterpoint:ns#' }]

/** An id of ours as an IRI. Ids have no white space; what an IRI cannot hold is percent-encoded. */
export function toIri(kind: 'annotation' | 'article' | 'relation' | 'project', id: string): string {
  return `urn:counterpoint:${kind}:${encodeURIComponent(id)}`
}

/** The id in an IRI of ours; undefined for IRIs from elsewhere. */
export function fromIri(iri: string): string | undefined {
  const id = /^urn:counterpoint:[a-z]+:(.+)$/.exec(iri)?.[1]
  try {
    return id === undefined ? undefined : decodeURIComponent(id)
  } catch {
    return undefined
  }
}
