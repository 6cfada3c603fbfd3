import { Command } from 'cmdk'
import { commandDefinition, commands, type CommandId } from '../../contract/commands'
import type { Article } from '../../core/project/entities'
import type { ArticleId } from '../../core/project/ids'
import type { CommandRegistry } from '../commands/command-registry'
import { keyCaps } from '../commands/keymap'
import { Dialog } from '../ui/Dialog'

interface CommandPaletteProps {
  registry: CommandRegistry
  articles: readonly Article[]
  onOpenArticle(id: ArticleId): void
  onClose(): void
}

/** Every command that can be run now, and every article, found by typing. */
export function CommandPalette({ registry, articles, onOpenArticle, onClose }: CommandPaletteProps) {
  const runnable = commands.filter(({ id }) => {
    const handler = registry.handler(id)
    return id !== 'view.palette' && handler !== undefined && handler.enabled !== false
  })
  const choose = (run: () => void) => {
    onClose()
    // After the dialog has given the keyboard back to where it was.
    setTimeout(run)
  }
  return (
    <Dialog title="Command palette" isTitleHidden onClose={onClose} className="palette">
      <Command label="Command" loop>
        <Command.Input placeholder="Search or run a command" aria-label="Command" />
        <Command.List label="Commands">
          <Command.Empty>Nothing by that name.</Command.Empty>
          <Command.Group heading="Commands">
            {runnable.map(({ id }) => (
              <Command.Item
                key={id}
                value={id}
                keywords={[titleOf(id, registry)]}
                onSelect={() => choose(() => registry.run(id))}
              >
                {titleOf(id, registry)}
                <span className="palette-keys" aria-hidden="true">
                  {capsOf(id).map(cap => (
                    <kbd key={cap}>{cap}</kbd>
                  ))}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading="Articles">
            {articles.map(article => (
              <Command.Item
                key={article.id}
                value={article.id}
                keywords={[article.title, article.outlet]}
                onSelect={() => choose(() => onOpenArticle(article.id))}
              >
                {article.title}
                <em>{article.outlet}</em>
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  )
}

function titleOf(id: CommandId, registry: CommandRegistry): string {
  return (registry.handler(id)?.label ?? commandDefinition(id).title).replace(/…$/u, '')
}

function capsOf(id: CommandId): string[] {
  const { accelerator, keys } = commandDefinition(id)
  const chord = accelerator ?? keys?.[0]
  return chord === undefined ? [] : keyCaps(chord)
}
