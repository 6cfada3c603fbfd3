import { useCallback, useState } from 'react'

/** What is asked just now; `answer` closes it. */
export interface Question<About, Answer> {
  about: About
  answer(given: Answer): void
}

/** Something that is asked with a dialog in the middle of longer work, which waits for the answer. */
export function useQuestion<About, Answer>(): [
  Question<About, Answer> | null,
  (about: About) => Promise<Answer>
] {
  const [asked, setAsked] = useState<Question<About, Answer> | null>(null)
  const ask = useCallback(
    (about: About) =>
      new Promise<Answer>(resolve =>
        setAsked({
          about,
          answer: given => {
            setAsked(null)
            resolve(given)
          }
        })
      ),
    []
  )
  return [asked, ask]
}
