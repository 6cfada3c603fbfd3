import type { Edit } from '../../history/change-set'
import type { Actor } from '../entities'

/** Another name; the old one becomes an alias when `keepsOldName`, and the new one is no alias any more. */
export function renameActor(actor: Actor, name: string, keepsOldName: boolean): Edit {
  const aliases = actor.aliases.filter(alias => alias !== name)
  if (keepsOldName && actor.name !== name && !aliases.includes(actor.name)) aliases.push(actor.name)
  return actorEdit('Rename actor', actor, { ...actor, name, aliases })
}

/** One more alias, as it is spelled; null when it is empty or the actor has it already. */
export function addAlias(actor: Actor, alias: string): Edit | null {
  const text = alias.replace(/\s+/gu, ' ').trim()
  if (text === '' || text === actor.name || actor.aliases.includes(text)) return null
  return actorEdit('Add alias', actor, { ...actor, aliases: [...actor.aliases, text] })
}

export function removeAlias(actor: Actor, alias: string): Edit {
  return actorEdit('Remove alias', actor, {
    ...actor,
    aliases: actor.aliases.filter(other => other !== alias)
  })
}

/** A colour as `#rrggbb`, or none. */
export function setActorColour(actor: Actor, colour: string | undefined): Edit {
  const { colour: _old, ...rest } = actor
  return colour === undefined
    ? actorEdit('Clear actor colour', actor, rest)
    : actorEdit('Set actor colour', actor, { ...rest, colour })
}

function actorEdit(label: string, before: Actor, after: Actor): Edit {
  return { label, changes: [{ table: 'actors', id: before.id, before, after }] }
}
