/** What each command is for; shown without loading the command. */
export const summaries = {
  convert: 'Reads a project, a corpus or articles and writes them in another format',
  validate: 'Says whether files can be read, and what was mended or would be lost',
  stats: 'Counts articles, words, annotations and relations',
  diff: 'Compares two projects row by row',
  split: 'Deals articles out to training, validation and test data',
  formats: 'Lists the formats and what each cannot carry',
  schema: 'Prints the JSON Schema of the dataset or of a codebook'
} as const

export type CommandName = keyof typeof summaries

const inputHelp = `Input: a file, a folder, a .zip of a corpus, or - for standard input. The format is recognised;
--from names it where that fails. Files of no annotation format are read as articles. A dataset without texts
finds them, by their checksums, in articles given with it.`

const columnsHelp = `  --columns <part=name,…>    what the columns of a table are: of annotations in CSV article, layer, start,
                             end, quote, memo, annotator; of articles text, title, byline, outlet, url,
                             publishedAt, language`

const choiceHelp = `  --article <title or id>    only this article; can be given again
  --layer <name or id>       only this layer; can be given again
  --annotator <name or id>   only this annotator; can be given again
  --status <status>          only articles that are new, in-progress or done; can be given again
  --only-complete            only annotations that have all the codebook requires
  --without-text             positions and checksums in place of the texts, where the format can
  --pseudonyms               invented names for actors, also in texts, quotations and memos
  --notes                    methods.md and losses.json go along`

const commonHelp = `  --json                     a report as JSON
  --help                     this text`

export const helpTexts: Record<CommandName, string> = {
  convert: `Usage: counterpoint convert <input…> --to <format> [--from <format>] [--out <path>] [options]

${inputHelp}
Output: standard output when it is one file. --out names a file, a folder, or a .zip for all files together.

  --to <format>              see counterpoint formats
  --from <format>            the format of the input
${columnsHelp}
  --out <path>               where the files go; - is standard output
${choiceHelp}
${commonHelp}

Examples:
  counterpoint convert study.counterpoint.json --to brat --out study-brat
  counterpoint convert brat-corpus/ --to dataset > study.counterpoint.json
  counterpoint convert coded.csv texts/ --from csv --columns layer=code,start=first,end=last --to dataset
  counterpoint convert corpus.csv --columns text=body,title=headline --to jsonl
  counterpoint convert export.json --from label-studio --to jsonl --out study.counterpoint.jsonl
  counterpoint convert study.counterpoint.json --to dataset --layer claim --without-text --out shared.zip --notes
  counterpoint convert shared.zip articles/ --to dataset --out whole.counterpoint.json
  cat study.counterpoint.jsonl | counterpoint convert - --to spacy > study.jsonl
`,
  validate: `Usage: counterpoint validate <input…> [--from <format>] [--to <format>] [--json]

${inputHelp}
Exit code 0 when it can be read, 1 when not. With --to it is also written, to nowhere, to learn what would be lost.

  --from <format>            the format of the input
${columnsHelp}
  --to <format>              what writing this format would lose
${commonHelp}

Examples:
  counterpoint validate study.counterpoint.json
  counterpoint validate brat-corpus/ --to conll
`,
  stats: `Usage: counterpoint stats <input…> [--from <format>] [--json]

${inputHelp}

  --from <format>            the format of the input
${columnsHelp}
${commonHelp}

Examples:
  counterpoint stats study.counterpoint.json
  counterpoint stats study.counterpoint.jsonl --json
`,
  diff: `Usage: counterpoint diff <before> <after> [--json]

Rows are told by their ids. Exit code 0 when the projects are the same, 1 when they differ.

${commonHelp}

Examples:
  counterpoint diff monday.counterpoint.json friday.counterpoint.json
`,
  split: `Usage: counterpoint split <input…> --out <folder or .zip> [--to <format>] [--shares 80,10,10] [--seed 1] [options]

Articles are dealt out whole and by labels, the same for the same seed, so that no text stands in two subsets.

  --out <path>               gets the folders train, validation and test
  --to <format>              jsonl when it is not given
  --shares <a,b,c>           weights of train, validation and test
  --seed <number>            another seed gives another split
  --from <format>            the format of the input
${columnsHelp}
${choiceHelp}
${commonHelp}

Examples:
  counterpoint split study.counterpoint.json --out parts --to conll
  counterpoint split study.counterpoint.json --out parts.zip --shares 70,0,30 --seed 7 --notes
`,
  formats: `Usage: counterpoint formats [<format>] [--json]

${commonHelp}

Examples:
  counterpoint formats
  counterpoint formats brat
  counterpoint formats --json
`,
  schema: `Usage: counterpoint schema [dataset | dataset-without-texts | codebook]

Prints JSON Schema, draft 2020-12.

Examples:
  counterpoint schema > dataset.schema.json
  counterpoint schema codebook
`
}

export function generalHelp(): string {
  const names = Object.keys(summaries) as CommandName[]
  const width = Math.max(...names.map(name => name.length)) + 2
  const lines = names.map(name => `  ${name.padEnd(width)}${summaries[name]}`)
  return `Usage: counterpoint <command> [options]

${lines.join('\n')}

counterpoint <command> --help says more. counterpoint --version says the version.
Exit codes: 0 done, 1 input refused or projects differ, 2 wrong usage, 3 a file cannot be read or written.
`
}

export function isCommandName(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(summaries, name)
}
