import type { FieldDifference } from './spell-differences'

/** "Stance: Opposes → Supports", line by line. */
export function DifferenceLines({ differences }: { differences: readonly FieldDifference[] }) {
  return (
    <ul className="difference-lines">
      {differences.map(({ name, before, now }) => (
        <li key={name}>
          <span>{name}:</span> <Value text={before} />
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> became </span>
          <Value text={now} />
        </li>
      ))}
    </ul>
  )
}

function Value({ text }: { text: string }) {
  return text === '' ? <i>not set</i> : <b>{text}</b>
}
