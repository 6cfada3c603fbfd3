import { useEffect, useState } from 'react'
import type { ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'

/** More annotations than this are read when a view asks for them: they cost memory and time while one tags. */
const mostAnnotations = 15_000

/** Becomes true when the window has nothing else to do and a study is small enough to be read before it is asked for. */
export function useReadAhead(database: CounterpointDatabase, projectId: ProjectId): boolean {
  const [isTime, setIsTime] = useState(false)
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      const count = await database.annotations
        .where(':id')
        .between(...keysUnder(projectId))
        .count()
        // Whatever ails the store is told by who needs it.
        .catch(() => Infinity)
      if (isCurrent && count <= mostAnnotations) setIsTime(true)
    }
    const handle = requestIdleCallback(() => void look())
    return () => {
      isCurrent = false
      cancelIdleCallback(handle)
    }
  }, [database, projectId])
  return isTime
}
