import { useMemo } from 'react'
import type { Project } from '../../../core/project/entities'
import type { ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { useProjectChanges } from '../../persistence/queries'
import { Button } from '../../ui/Button'
import { laterOf } from './library-rows'
import './projects.css'

interface ProjectsScreenProps {
  database: CounterpointDatabase
  projects: readonly Project[]
  onOpen(id: ProjectId): void
  onOpenSample(): void
  onNew(): void
  onImportDataset(): void
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** The first start, and the way to other projects. */
export function ProjectsScreen({
  database,
  projects,
  onOpen,
  onOpenSample,
  onNew,
  onImportDataset
}: ProjectsScreenProps) {
  const ids = useMemo(() => projects.map(project => project.id), [projects])
  const changes = useProjectChanges(database, ids)
  const changed = (project: Project) => laterOf(project.updatedAt, changes?.get(project.id))
  const newestFirst = projects.toSorted((a, b) => Date.parse(changed(b)) - Date.parse(changed(a)))
  return (
    <main className="view projects" data-pane="reader">
      <div className="projects-sheet">
        <LayerLines />
        <h1>Counterpoint</h1>
        <p className="projects-lead">
          Read contested reporting closely: tag claims, perspectives and legal events, and export data that
          holds up. Everything stays on this computer.
        </p>
        <p className="projects-actions">
          <Button look="primary" onClick={onOpenSample}>
            Open the sample
          </Button>
          <Button onClick={onNew}>New project</Button>
          <Button onClick={onImportDataset}>Import dataset</Button>
        </p>
        {projects.length > 0 && (
          <section aria-labelledby="projects-title">
            <h2 id="projects-title">Projects</h2>
            <ul className="project-list">
              {newestFirst.map(project => (
                <li key={project.id}>
                  <button type="button" onClick={() => onOpen(project.id)}>
                    <b>{project.title}</b>
                    <span>Changed {day.format(new Date(changed(project)))}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}

/** The three layers' lines: the sign of the house. */
export function LayerLines() {
  return (
    <svg className="layer-lines" width="112" height="32" viewBox="0 0 112 32" aria-hidden="true">
      <path d="M2 5h108" stroke="var(--claim-line)" strokeWidth="2" />
      <path
        d="M3 16h108"
        stroke="var(--persp-line)"
        strokeWidth="3"
        strokeDasharray=".1 5"
        strokeLinecap="round"
      />
      <path d="M2 26h108M2 29h108" stroke="var(--legal-line)" strokeWidth="1" />
    </svg>
  )
}
