import type { OpenText } from '../../../core/annotation/open-text'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation } from '../../../core/project/entities'
import type { CommandRegistry } from '../../commands/command-registry'
import type { Workspace } from '../../persistence/workspace'

export interface RevisionsPanelProps {
  workspace: Workspace
  codebook: Codebook
  openText: OpenText | null
  registry: CommandRegistry
  now(): string
  undo(): void
  onGoTo(annotation: Annotation): void
}
