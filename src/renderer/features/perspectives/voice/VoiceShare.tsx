import type { ArrangementProps } from '../arrangement-props'

export function VoiceShare({ perspectives }: ArrangementProps) {
  return <section aria-label="Voice share" hidden={perspectives.length === 0} />
}
