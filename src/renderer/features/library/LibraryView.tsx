import { FileDown, Pencil, Plus, Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  deleteArticle,
  editArticleMetadata,
  renameProject,
  setArticleStatus
} from '../../../core/project/edits'
import type { Codebook } from '../../../core/project/codebook'
import type { Edit } from '../../../core/history/change-set'
import type { Article, Project } from '../../../core/project/entities'
import type { ArticleId } from '../../../core/project/ids'
import { loadArticleRows } from '../../persistence/load-article'
import { useLastChanges, useLayerCounts } from '../../persistence/queries'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { IconButton } from '../../ui/IconButton'
import { ArticleDetailsDialog } from './ArticleDetailsDialog'
import { ArticleTable } from './ArticleTable'
import { annotationCount, libraryRows, sortKeys, sortNames, type SortKey } from './library-rows'
import { LayerLines } from './ProjectsScreen'
import { RenameProjectDialog } from './RenameProjectDialog'
import './library.css'

interface LibraryViewProps {
  workspace: Workspace
  project: Project
  articles: readonly Article[]
  codebook: Codebook
  now(): string
  notify(message: string, action?: { label: string; run(): void }): void
  undo(): void
  onOpenArticle(id: ArticleId): void
  onImport(): void
  onPaste(): void
}

const sortStorageKey = 'counterpoint.library.sort'
const none = new Map<never, never>()

/** The articles of a project, with search, sorting, progress and counts. */
export function LibraryView(props: LibraryViewProps) {
  const { workspace, project, articles, codebook, now, notify, undo, onOpenArticle, onImport, onPaste } =
    props
  const counts = useLayerCounts(workspace.database, project.id) ?? none
  const changes = useLastChanges(workspace.database, project.id) ?? none
  const [query, setQuery] = useState('')
  const [sort, setSort] = useRememberedSort()
  const [editing, setEditing] = useState<Article | null>(null)
  const [deleting, setDeleting] = useState<Article | null>(null)
  const [isRenaming, setIsRenaming] = useState(false)
  const search = useSearchKey()
  const rows = useMemo(
    () => libraryRows(articles, { counts, changes }, query, sort),
    [articles, counts, changes, query, sort]
  )
  const perform = async (edit: Edit) => {
    const result = await workspace.perform(edit)
    if (!result.ok) notify(result.error.message)
    return result.ok
  }
  const remove = async (article: Article) => {
    const loaded = await loadArticleRows(workspace.database, project.id, article.id)
    if (!loaded.ok) return notify(loaded.error.message)
    const { revisions, annotations, relations } = loaded.value
    if (await perform(deleteArticle(article, revisions, annotations, relations)))
      notify(`“${article.title}” deleted.`, { label: 'Undo', run: undo })
  }
  return (
    <main className="view library" data-pane="reader">
      <header className="library-head">
        <div>
          <div className="library-title">
            <h1>{project.title}</h1>
            <IconButton label="Rename project" icon={Pencil} onClick={() => setIsRenaming(true)} />
          </div>
          <p>{summary(articles, counts)}</p>
        </div>
        {articles.length > 0 && (
          <div className="library-actions">
            <Button onClick={onPaste}>Paste text</Button>
            <Button look="primary" keys={['Ctrl', 'I']} onClick={onImport}>
              <Plus size={14} aria-hidden="true" />
              Import articles
            </Button>
          </div>
        )}
      </header>
      {articles.length === 0 ? (
        <EmptyLibrary onImport={onImport} onPaste={onPaste} />
      ) : (
        <>
          <div className="library-tools">
            <label className="search-field">
              <Search size={14} aria-hidden="true" />
              <input
                ref={search}
                aria-label="Search articles"
                placeholder="Search titles, bylines and outlets"
                value={query}
                onChange={event => setQuery(event.target.value)}
              />
              <kbd aria-hidden="true">/</kbd>
            </label>
            <label className="sort-field">
              Sort:
              <select value={sort} onChange={event => setSort(event.target.value as SortKey)}>
                {sortKeys.map(key => (
                  <option key={key} value={key}>
                    {sortNames[key]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {rows.length === 0 ? (
            <p className="library-none">
              No article matches “{query}”.{' '}
              <Button onClick={() => setQuery('')}>Show all {articles.length}</Button>
            </p>
          ) : (
            <ArticleTable
              articles={rows}
              counts={counts}
              changes={changes}
              codebook={codebook}
              onOpen={onOpenArticle}
              onEdit={setEditing}
              onSetStatus={(article, status) => void perform(setArticleStatus(article, status, now()))}
              onDelete={setDeleting}
            />
          )}
          <DropZone onImport={onImport} />
        </>
      )}
      {editing !== null && (
        <ArticleDetailsDialog
          article={editing}
          onSave={patch => void perform(editArticleMetadata(editing, patch, now()))}
          onClose={() => setEditing(null)}
        />
      )}
      {deleting !== null && (
        <ConfirmDialog
          title="Delete article"
          message={`“${deleting.title}” and its ${annotationCount(counts, deleting.id)} annotations will be deleted. You can undo this.`}
          confirm="Delete article"
          onConfirm={() => void remove(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
      {isRenaming && (
        <RenameProjectDialog
          title={project.title}
          onRename={title => void perform(renameProject(project, title, now()))}
          onClose={() => setIsRenaming(false)}
        />
      )}
    </main>
  )
}

function summary(articles: readonly Article[], counts: Parameters<typeof annotationCount>[0]): string {
  const words = articles.reduce((sum, article) => sum + article.wordCount, 0)
  const annotations = articles.reduce((sum, article) => sum + annotationCount(counts, article.id), 0)
  const of = (count: number, one: string) => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`
  return [of(articles.length, 'article'), of(words, 'word'), of(annotations, 'annotation')].join(', ')
}

function DropZone({ onImport }: { onImport(): void }) {
  return (
    <button type="button" className="drop-zone" aria-label="Import drop zone" onClick={onImport}>
      <FileDown size={20} strokeWidth={1.5} aria-hidden="true" />
      <span>
        <b>Drop files to add them to this project</b>
        Texts, web pages, Word and OpenDocument files, PDF, EPUB, whole folders, and datasets of other tools.
        Files are copied; the originals stay where they are.
      </span>
    </button>
  )
}

function EmptyLibrary({ onImport, onPaste }: { onImport(): void; onPaste(): void }) {
  return (
    <div className="library-empty">
      <LayerLines />
      <h2>Nothing to read yet</h2>
      <p>
        Add an article and the reading room opens on its first line. Files can be dropped anywhere on this
        window.
      </p>
      <p>
        <Button look="primary" onClick={onImport}>
          Import articles
        </Button>
        <Button onClick={onPaste}>Paste text</Button>
      </p>
    </div>
  )
}

function useRememberedSort(): [SortKey, (sort: SortKey) => void] {
  const [sort, setSort] = useState<SortKey>(
    () => sortKeys.find(key => key === localStorage.getItem(sortStorageKey)) ?? 'changed'
  )
  return [
    sort,
    key => {
      localStorage.setItem(sortStorageKey, key)
      setSort(key)
    }
  ]
}

/** `/` goes to the search field from anywhere that is not a text field. */
function useSearchKey() {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return search
}
