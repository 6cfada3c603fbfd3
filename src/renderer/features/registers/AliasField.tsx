import { X } from 'lucide-react'
import { useId, useRef } from 'react'
import { IconButton } from '../../ui/IconButton'
import { useDraft } from '../../ui/use-draft'

interface AliasFieldProps {
  aliases: readonly string[]
  onAdd(alias: string): void
  onRemove(alias: string): void
}

/** Further names of an actor, by which pickers find it. */
export function AliasField({ aliases, onAdd, onRemove }: AliasFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = useDraft('', text => text.trim() !== '' && onAdd(text))
  return (
    <div className="form-field">
      <label htmlFor={id}>Aliases</label>
      <div className="alias-field">
        {aliases.length > 0 && (
          <ul className="chips" aria-label="Aliases">
            {aliases.map(alias => (
              <li key={alias}>
                {alias}
                <IconButton
                  label={`Remove alias ${alias}`}
                  icon={X}
                  onClick={() => {
                    onRemove(alias)
                    input.current?.focus()
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          aria-label="Add alias"
          placeholder="Add another name, then press Enter"
          maxLength={500}
          value={field.text}
          onChange={event => field.change(event.target.value)}
          onBlur={field.save}
          onKeyDown={event => {
            if (event.key === 'Enter') field.save()
            if (event.key === 'Escape') field.discard()
          }}
        />
      </div>
    </div>
  )
}
