import { Command } from 'cmdk'
import { useEffect, useState } from 'react'
import { commandDefinition, commands, type CommandId } from '../../contract/commands'
import type { Article } from '../../core/project/entities'
import type { ArticleId } from '../../core/project/ids'
import type { CommandRegistry } from '../commands/command-registry'
import { KeyCaps } from '../commands/CommandKeys'
import { Dialog } from '../ui/Dialog'

interface CommandPaletteProps {
  registry: CommandRegistry
  articles: readonly Article[]
  onOpenArticle(id: ArticleId): void
  onClose(): void
}

/** Every command that can be run now, and every article, found by typing. */
export function CommandPalette({ registry, articles, onOpenArticle, onClose }: CommandPaletteProps) {
  // As it was when the palette opened: the words selected then are what commands are about.
  const [entries] = useState(() => runnable(registry))
  useKeptSelection()
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
            {entries.map(({ id, title, chord, isChecked }) => (
              <Command.Item
                key={id}
                value={id}
                keywords={[title, commandDefinition(id).menu ?? '']}
                onSelect={() => choose(() => registry.run(id))}
              >
                {title}
                {isChecked && <span className="palette-on">on</span>}
                <span className="palette-keys">{chord !== undefined && <KeyCaps chord={chord} />}</span>
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

interface Entry {
  id: CommandId
  title: string
  chord: string | undefined
  isChecked: boolean
}

function runnable(registry: CommandRegistry): Entry[] {
  return commands
    .filter(({ id }) => id !== 'view.palette' && registry.isOffered(id))
    .map(({ id }) => {
      const handler = registry.handler(id)
      const title = (handler?.label ?? commandDefinition(id).title).replace(/…$/u, '')
      return { id, title, chord: registry.printedChord(id), isChecked: handler?.checked === true }
    })
}

/** Typing in the palette takes the window's selection away: it is put back when the palette closes. */
function useKeptSelection(): void {
  const [kept] = useState(() => {
    const selection = getSelection()
    if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    return { anchorNode, anchorOffset, focusNode, focusOffset }
  })
  useEffect(
    () => () => {
      if (kept === null || !kept.anchorNode.isConnected || !kept.focusNode.isConnected) return
      const { anchorNode, anchorOffset, focusNode, focusOffset } = kept
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
    },
    [kept]
  )
}
