import { useMemo } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Codebook, CodebookContent } from '../../../core/project/codebook'
import type { Article, Project } from '../../../core/project/entities'
import type { Result } from '../../../core/result'
import type { CommandHandlers } from '../../commands/command-registry'
import { useCommands } from '../../commands/use-commands'
import { loadAllAnnotations } from '../../persistence/load-annotations'
import type { Workspace } from '../../persistence/workspace'
import { chooseCodebook, exportCodebook, exportGuideline } from './codebook-files'

interface CodebookCommandDependencies {
  bridge: Bridge
  workspace: Workspace
  project: Project
  /** As it is stored: what is exported is a version, never a draft. */
  codebook: Codebook
  articles: readonly Article[]
  appVersion: string
  isChanged: boolean
  now(): string
  notify(message: string, action?: { label: string; run(): void }): void
  onSave(): void
  onAdopt(content: CodebookContent): Promise<void>
}

/** Offers what can be done with the whole codebook to the menu, the palette and the view's own buttons. */
export function useCodebookCommands(deps: CodebookCommandDependencies): void {
  const { bridge, workspace, project, codebook, articles, appVersion, isChanged, now, notify } = deps
  const { onSave, onAdopt } = deps
  const handlers = useMemo<CommandHandlers>(() => {
    const tell = (result: Result<string | null>, what: string) => {
      if (!result.ok) return notify(result.error.message)
      const path = result.value
      if (path === null) return
      notify(`${what} saved to ${path.split(/[\\/]/u).at(-1) ?? path}.`, {
        label: 'Show file',
        run: () => void bridge.request('shell:show-file', path)
      })
    }
    return {
      'codebook.save': { run: onSave, enabled: isChanged },
      'codebook.import': {
        run: () => {
          void chooseCodebook(bridge).then(chosen => {
            if (!chosen.ok) notify(`The codebook was not imported. ${spellFailure(chosen.error)}`)
            else if (chosen.value !== null) void onAdopt(chosen.value)
          })
        },
        // It begins a draft of its own.
        enabled: !isChanged
      },
      'codebook.export': {
        run: () =>
          void exportCodebook(bridge, codebook, {
            generator: { name: 'Counterpoint', version: appVersion },
            exportedAt: now()
          }).then(result => tell(result, 'Codebook'))
      },
      'codebook.guideline': {
        run: () => {
          void (async () => {
            const all = await loadAllAnnotations(workspace.database, project.id)
            if (!all.ok) return notify(all.error.message)
            const projectTitle = project.title
            tell(
              await exportGuideline(bridge, {
                codebook,
                projectTitle,
                annotations: all.value,
                articles,
                now: now()
              }),
              'Guideline'
            )
          })()
        }
      }
    }
  }, [bridge, workspace, project, codebook, articles, appVersion, isChanged, now, notify, onSave, onAdopt])
  useCommands(handlers)
}

function spellFailure({ message, place }: { message: string; place?: string }): string {
  return place === undefined || place === '' ? message : `${message} (${place})`
}
