import { Trash2 } from 'lucide-react'
import { contentRole } from '../../../core/annotation/parts'
import { addSpanRole, removeSpanRole, renameSpanRole } from '../../../core/codebook/layer-edits'
import { spellUsage } from '../../../core/codebook/usage'
import type { Layer } from '../../../core/project/codebook'
import { IconButton } from '../../ui/IconButton'
import { AddField } from './AddField'
import { CommitField } from './CommitField'
import type { FormContext } from './form-context'

/** The parts an annotation of this layer can have beside its passage. */
export function SpanRoles({ layer, context }: { layer: Layer; context: FormContext }) {
  const { draft, annotations, usage, edit, act } = context
  const roles = layer.spanRoles.filter(role => role !== contentRole)
  return (
    <fieldset className="span-roles">
      <legend>Parts</legend>
      <p className="form-hint">
        Beside the passage, which every annotation has. The keys Shift+S, C, T, D and P mark source, cue,
        trigger, date and party.
      </p>
      <ul>
        {roles.map(role => (
          <li key={role}>
            <CommitField
              label={`Part ${role}`}
              isLabelHidden
              value={role}
              maximum={60}
              onCommit={name => edit(renameSpanRole(draft, layer.id, role, name, annotations))}
            />
            <span className="place-usage">{spellUsage(usage?.ofRole(layer.id, role) ?? 0)}</span>
            <IconButton
              label={`Remove part ${role}`}
              icon={Trash2}
              disabled={usage === null}
              onClick={() => act(removeSpanRole(draft, layer.id, role, annotations), `Part ${role} removed`)}
            />
          </li>
        ))}
      </ul>
      <AddField label="Add part" onAdd={name => edit(addSpanRole(draft, layer.id, name))} />
    </fieldset>
  )
}
