import { CornerDownRight, Pin, Quote, TextAlignStart, TextQuote, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
import type { CardLink } from '../../../../core/perspective/card-links'
import { cardLinks } from '../../../../core/perspective/card-links'
import { cardContext } from '../../../../core/perspective/card-context'
import type { Card } from '../../../../core/perspective/card-order'
import { cardName, cardWords, type CardWords } from '../../../../core/perspective/card-words'
import type { Perspective } from '../../../../core/perspective/perspective'
import { sideOf, sideSigns } from '../../../../core/perspective/sides'
import type { CodebookOption } from '../../../../core/project/codebook'
import type { AnnotationId } from '../../../../core/project/ids'
import type { Study } from '../../../../core/project/study'
import { SideGlyph } from '../SideGlyph'

/** What all cards of the view share. */
export interface CardSurroundings {
  readonly study: Study
  /** Columns say nothing of the stance, so cards do. */
  readonly areSidesMixed: boolean
  /** Stances that can be chosen by their key. */
  readonly stances: readonly CodebookOption[]
  readonly hasFocus: boolean
  readonly pinned: readonly AnnotationId[]
  /** Cards whose surrounding text is shown. */
  readonly opened: ReadonlySet<string>
  onOpen(card: Card): void
  onCompare(card: Card): void
  onStance(card: Card, option: string): void
  onFollow(link: CardLink): void
}

interface PerspectiveCardProps {
  card: Card
  isActive: boolean
  surroundings: CardSurroundings
}

/** One perspective: the words verbatim, who holds the view, how it is told and where. */
export const PerspectiveCard = memo(function PerspectiveCard({
  card,
  isActive,
  surroundings
}: PerspectiveCardProps) {
  const { study, hasFocus, pinned, opened } = surroundings
  const { perspective } = card
  const { id, memo: note } = perspective.annotation
  const isPinned = pinned.includes(id)
  return (
    <li
      className="persp-card"
      data-card={card.key}
      data-annotation={id}
      tabIndex={isActive ? 0 : -1}
      aria-label={cardName(study, perspective)}
      data-pinned={isPinned ? '' : undefined}
    >
      {opened.has(card.key) ? <Context perspective={perspective} /> : <Quotation perspective={perspective} />}
      <CardMeta card={card} surroundings={surroundings} />
      <CardDetails words={cardWords(study, perspective)} isRepeated={card.isRepeated} />
      {note !== '' && <p className="card-memo">{note}</p>}
      <CardLinkChips card={card} surroundings={surroundings} />
      {isPinned && (
        <span className="card-pin" title="In comparison">
          <Pin size={12} aria-label="In comparison" />
        </span>
      )}
      {isActive && hasFocus && <CardActions card={card} isPinned={isPinned} surroundings={surroundings} />}
    </li>
  )
})

/** The pieces verbatim; […] stands for what lies between them. */
export function Quotation({ perspective }: { perspective: Perspective }) {
  return (
    <blockquote className="card-quote">
      {perspective.pieces.map((piece, i) => (
        <span key={i}>
          {i > 0 && <span className="card-gap"> […] </span>}
          {piece}
        </span>
      ))}
    </blockquote>
  )
}

function Context({ perspective }: { perspective: Perspective }) {
  return (
    <blockquote className="card-quote card-context">
      {cardContext(perspective).map((piece, i) =>
        piece.isQuoted ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>
      )}
    </blockquote>
  )
}

const formIcons: Readonly<Record<string, LucideIcon>> = {
  direct: Quote,
  indirect: TextAlignStart,
  mixed: TextQuote
}

interface CardPartProps {
  card: Card
  surroundings: CardSurroundings
}

/** Who, as what, how, and where. */
function CardMeta({ card, surroundings }: CardPartProps) {
  const { study, areSidesMixed, onOpen } = surroundings
  const { perspective } = card
  const { form, stance, place } = perspective
  const words = cardWords(study, perspective)
  const side = sideOf(stance)
  const FormIcon = formIcons[form ?? '']
  const { title } = place.of.article
  return (
    <p className="card-meta">
      <b>{words.holder}</b>
      {words.role !== null && <span>{words.role}</span>}
      {words.stance !== null && (areSidesMixed || side === 'unclear') && (
        <span className="card-stance">
          {side !== null && <SideGlyph shape={sideSigns[side].shape} size={9} />}
          {words.stance}
        </span>
      )}
      <span className={study.articles.length > 1 ? 'card-place has-title' : 'card-place'}>
        {words.form !== null && (
          <span className="card-form">
            {FormIcon !== undefined && <FormIcon size={12} aria-hidden="true" />}
            {words.form}
          </span>
        )}
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Open in article, paragraph ${place.paragraph}`}
          title="Open in article"
          onClick={() => onOpen(card)}
        >
          ¶{place.paragraph}
        </button>
        {study.articles.length > 1 && <cite title={title}>{title}</cite>}
      </span>
    </p>
  )
}

/** What is known beside the stance, in one quiet line. */
function CardDetails({ words, isRepeated }: { words: CardWords; isRepeated: boolean }) {
  const details = [words.anonymity, words.attitude, ...words.frames].filter(word => word !== null)
  if (details.length === 0 && !isRepeated) return null
  return (
    <p className="card-details">
      {[...details, ...(isRepeated ? ['stands in several rows'] : [])].join(' · ')}
    </p>
  )
}

function CardLinkChips({ card, surroundings }: CardPartProps) {
  const links = cardLinks(surroundings.study, card.perspective.annotation.id)
  if (links.length === 0) return null
  return (
    <p className="card-links">
      {links.map(link => (
        <button
          key={`${link.relation} ${String(link.isOutgoing)}`}
          type="button"
          tabIndex={-1}
          disabled={link.otherLayer === null}
          onClick={() => surroundings.onFollow(link)}
        >
          <CornerDownRight size={12} aria-hidden="true" />
          {link.words}
        </button>
      ))}
    </p>
  )
}

function CardActions({ card, isPinned, surroundings }: CardPartProps & { isPinned: boolean }) {
  const { stances, onOpen, onCompare, onStance } = surroundings
  return (
    <p className="card-actions">
      <button type="button" onClick={() => onOpen(card)}>
        Open in article <kbd aria-hidden="true">↵</kbd>
      </button>
      <button type="button" aria-pressed={isPinned} onClick={() => onCompare(card)}>
        Compare <kbd aria-hidden="true">C</kbd>
      </button>
      <span role="group" aria-label="Change stance">
        Change stance{' '}
        {stances.map(({ id, name, key }) => (
          <button
            key={id}
            type="button"
            className="stance-key"
            title={name}
            aria-label={name}
            aria-pressed={card.perspective.stance === id}
            onClick={() => onStance(card, id)}
          >
            <kbd aria-hidden="true">{key?.toUpperCase()}</kbd>
          </button>
        ))}
      </span>
    </p>
  )
}
