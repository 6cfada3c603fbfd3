import { annotationChecks } from './annotation-checks'
import { articleChecks } from './article-checks'
import type { Check } from './problem'

/** Every check, in the order in which the panel groups what they find. */
export const checks: readonly Check[] = [...articleChecks, ...annotationChecks]
