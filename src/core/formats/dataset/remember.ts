/** The same check, made once per text: the same few dates stand in thousands of annotations. */
export function remember(check: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return text => {
    const answer = answers.get(text) ?? check(text)
    answers.set(text, answer)
    return answer
  }
}
