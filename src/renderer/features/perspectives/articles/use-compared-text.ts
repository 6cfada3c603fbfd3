import { useEffect, useState } from 'react'
import type { Study, StudyArticle } from '../../../../core/project/study'
import { loadRevisionAnnotations, loadRevisions } from '../../../persistence/load-revisions'
import type { Workspace } from '../../../persistence/workspace'

/** A text that can be chosen: an article, or an earlier revision of it. */
export interface TextChoice {
  key: string
  name: string
  /** The number of an earlier revision; null for the text that is annotated now. */
  revision: number | null
}

/** The articles of a study, each followed by its earlier revisions, the latest first. */
export function textChoices({ articles }: Study): TextChoice[] {
  return articles.flatMap(({ article: { id, title }, revision: { number } }) => [
    { key: id, name: title, revision: null },
    ...Array.from({ length: number - 1 }, (_, i) => number - 1 - i).map(revision => ({
      key: `${id}@${revision}`,
      name: `${title}, revision ${revision}`,
      revision
    }))
  ])
}

interface Loaded {
  key: string
  text: StudyArticle | null
}

/** The text of a choice: from the study, or read from the store; null while it is read or cannot be. */
export function useComparedText(study: Study, workspace: Workspace, key: string): StudyArticle | null {
  const [id, number] = key.split('@')
  const current = study.articles.find(({ article }) => article.id === id) ?? null
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (number === undefined || current === null) return
    let isWanted = true
    void loadText(current, workspace, Number(number)).then(text => {
      if (isWanted) setLoaded({ key, text })
    })
    return () => {
      isWanted = false
    }
  }, [current, workspace, number, key])
  if (number === undefined) return current
  return loaded?.key === key ? loaded.text : null
}

async function loadText(
  { article }: StudyArticle,
  { database }: Workspace,
  number: number
): Promise<StudyArticle | null> {
  const revisions = await loadRevisions(database, article.projectId, article.id)
  if (!revisions.ok) return null
  const at = revisions.value.findIndex(revision => revision.number === number)
  const [revision, next] = [revisions.value[at], revisions.value[at + 1]]
  if (revision === undefined || next === undefined) return null
  const annotations = await loadRevisionAnnotations(database, revision, next)
  return { article, revision, annotations: annotations.ok ? annotations.value : [] }
}
