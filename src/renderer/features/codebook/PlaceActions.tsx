import { ArrowDown, ArrowUp, Archive, RotateCcw, Trash2 } from 'lucide-react'
import type { Place } from '../../../core/codebook/place'
import { bringBack, move, remove, retire } from '../../../core/codebook/place-edits'
import { spellUsage } from '../../../core/codebook/usage'
import { IconButton } from '../../ui/IconButton'
import type { FormContext } from './form-context'

interface PlaceActionsProps {
  place: Place
  name: string
  isRetired: boolean
  context: FormContext
}

/** Moving, retiring and removing a layer or an attribute, and how much it is used. */
export function PlaceActions({ place, name, isRetired, context }: PlaceActionsProps) {
  const { draft, annotations, usage, act } = context
  const count = usage?.of(place)
  return (
    <div className="place-actions">
      <span className="place-usage">{count === undefined ? 'counting…' : spellUsage(count)}</span>
      <IconButton
        label={`Move ${name} up`}
        icon={ArrowUp}
        onClick={() => act(move(draft, place, -1), `${name} moved up`)}
      />
      <IconButton
        label={`Move ${name} down`}
        icon={ArrowDown}
        onClick={() => act(move(draft, place, 1), `${name} moved down`)}
      />
      {isRetired ? (
        <IconButton
          label={`Offer ${name} again`}
          icon={RotateCcw}
          onClick={() => act(bringBack(draft, place), `${name} is offered again`)}
        />
      ) : (
        <IconButton
          label={`Retire ${name}`}
          icon={Archive}
          onClick={() => act(retire(draft, place), `${name} retired`)}
        />
      )}
      <IconButton
        label={`Remove ${name}`}
        icon={Trash2}
        disabled={count === undefined || (count > 0 && isRetired)}
        onClick={() =>
          act(
            remove(draft, place, annotations),
            count === 0
              ? `${name} removed`
              : `${name} is ${spellUsage(count ?? 0)}: it is retired, not removed`
          )
        }
      />
    </div>
  )
}
