import type { WriteContext } from '../format'
import type { ProjectSource } from '../project-source'

/** The card of a dataset: a header in YAML as dataset hubs read it, and what a stranger needs to know. */
export function datasetCard(
  { head, counts }: ProjectSource,
  { generator, withholdsText }: WriteContext
): string {
  const { title, description } = head.project
  const tables = ['annotations', 'documents', 'relations']
  const configs = tables.flatMap(name => [
    `  - config_name: ${name}`,
    `    data_files: data/${name}.parquet`,
    ...(name === 'annotations' ? ['    default: true'] : [])
  ])
  return [
    '---',
    `pretty_name: ${JSON.stringify(title)}`,
    'task_categories:',
    '  - token-classification',
    'annotations_creators:',
    '  - expert-generated',
    'configs:',
    ...configs,
    '---',
    '',
    `# ${title.replace(/\s+/g, ' ')}`,
    '',
    ...(description === '' ? [] : [description, '']),
    `${counts.articles} documents, ${counts.annotations} annotations, ${counts.relations} relations, made with ` +
      `${generator.name} ${generator.version} and the codebook “${head.codebook.title}”, version ${head.codebook.version}.`,
    '',
    '`start` and `end` count Unicode code points of the document’s text, from 0, half open: in Python, ' +
      '`text[start:end]`. A passage with gaps has its pieces in `spans`, where parts such as source and cue stand, too.',
    '',
    ...(withholdsText === true
      ? [
          'Texts are withheld. `text_sha256` is the SHA-256 of each text in UTF-8; quotations are hashes as well.',
          ''
        ]
      : []),
    '| layer | what it marks |',
    '|---|---|',
    ...head.codebook.layers.map(
      ({ id, name, guidance = '' }) => `| \`${id}\` | ${cell(`${name}. ${guidance}`)} |`
    ),
    ''
  ].join('\n')
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()
}
