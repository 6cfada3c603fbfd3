import { commands, type CommandDefinition } from '../../contract/commands'
import { keyCaps } from '../commands/keymap'
import { Dialog } from '../ui/Dialog'

const sections = ['File', 'Edit', 'View', 'Annotate', 'Help'] as const

/** The help sheet "All keys", drawn from the command table. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const withKeys = commands.filter(
    (command: CommandDefinition) => command.accelerator !== undefined || command.keys !== undefined
  ) as readonly CommandDefinition[]
  return (
    <Dialog title="All keys" onClose={onClose} className="key-sheet">
      <p className="key-sheet-note">
        Single keys work in the article text and the annotation list. Select text with the mouse, or with the
        arrow keys and Shift. Alt while dragging selects to the letter instead of the word.
      </p>
      <div className="key-sheet-columns">
        {sections.map(section => (
          <section key={section}>
            <h3>{section}</h3>
            <dl>
              {withKeys
                .filter(command => command.menu === section)
                .map(command => (
                  <div key={command.id}>
                    <dt>{command.title.replace(/…$/u, '')}</dt>
                    <dd>
                      {keyCaps(command.accelerator ?? command.keys?.[0] ?? '').map(cap => (
                        <kbd key={cap}>{cap}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
