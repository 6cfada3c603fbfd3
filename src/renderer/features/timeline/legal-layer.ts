import { legalEventLayer } from '../../../core/chronology/legal-event'
import type { Layer } from '../../../core/project/codebook'
import type { Study } from '../../../core/project/study'

/** What the codebook says of legal events; a codebook may be without them. */
export function legalLayer({ codebook }: Study): Layer | undefined {
  return codebook.layers.find(({ id }) => id === legalEventLayer)
}
