/**
 * What a format cannot carry, each kind said in one place. The dialog, the command line, the notes that go with
 * an export and the docs show these words; the round-trip tests take the same things out of a project before
 * they compare it.
 */
export const losses = {
  history: 'The history of changes, for undo',
  'unused-revisions': 'Earlier revisions of a text that no annotation points at',
  'earlier-revisions': 'Earlier revisions of a text, and annotations that stand only there',
  blocks: 'Headings, lists and quotations: all of the text is read back as paragraphs',
  pages: 'Where the pages of the original begin',
  'article-metadata': 'Byline, outlet, web address, date and language of an article',
  'article-state': 'Status of an article, and the file it came from',
  'article-titles': 'Titles of articles: the file names take their place',
  'project-metadata': 'Title and description of the project',
  codebook: 'Names, definitions, keys and unused options of the codebook; what annotations use is kept',
  'register-details': 'What is known of actors, issues and cases beside their names, charges included',
  'unused-entries': 'Actors, issues, cases and annotators that no annotation names',
  attributes: 'Attributes',
  memo: 'Memos',
  confidence: 'How certain an annotator was',
  annotators: 'Who tagged',
  'annotator-roles': 'Who of the annotators adjudicates',
  parts: 'Parts of an annotation, such as source, cue and trigger: only the tagged passage is kept',
  gaps: 'Gaps in a tagged passage: its pieces become one, from the first to the last',
  overlaps: 'Annotations that overlap an earlier one of the same layer',
  'edge-line-breaks': 'Line breaks at the ends of a passage',
  'token-borders': 'Borders inside a word: they move to its ends',
  relations: 'Relations',
  'relations-between-articles': 'Relations that lead from one article to another',
  'relation-annotators': 'Who made a relation',
  origins: 'Whether an annotation was made by hand, imported or suggested',
  placements: 'Which annotations still wait for their place to be confirmed',
  times: 'When annotations were made and changed',
  'article-times': 'When articles were imported and changed',
  text: 'The text of the articles',
  'annotation-free-articles': 'Articles without annotations',
  annotations: 'Annotations'
} as const

export type Loss = keyof typeof losses

/** The losses in words, in the order of the table above. */
export function describeLosses(which: readonly Loss[]): string[] {
  return Object.entries(losses).flatMap(([id, words]) => (which.some(loss => loss === id) ? [words] : []))
}
