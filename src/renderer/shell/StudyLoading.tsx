import { useEffect, useState } from 'react'
import type { LiveStudy } from '../persistence/use-study'

/** Longer than this, and one wants to know. */
const patienceMs = 400

/** What stands in a view's place until its articles are read: nothing at first, then a line of text. */
export function StudyLoading({ done, total, failure }: Omit<LiveStudy, 'study'>) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="view study-loading" data-pane="reader">
      {failure !== null && <p role="alert">The articles cannot be read. {failure}</p>}
      {failure === null && isLong && (
        <p role="status">
          Reading article {Math.min(done + 1, total)} of {total} …
        </p>
      )}
    </main>
  )
}
