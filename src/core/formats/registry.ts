import { bratFormat } from './brat/brat-format'
import { casJsonFormat, casXmiFormat } from './cas/cas-format'
import { conllFormat } from './conll/conll-format'
import { csvFormat } from './csv/csv-format'
import { datasetFormat } from './dataset/dataset-format'
import { doccanoFormat } from './doccano/doccano-format'
import type { Format } from './format'
import { jsonlFormat } from './jsonl/jsonl-format'
import { labelStudioFormat } from './label-studio/label-studio-format'
import { parquetFormat } from './parquet/parquet-format'
import { htmlFormat, markdownFormat } from './reading/reading-formats'
import { refiCodebookFormat, refiProjectFormat } from './refi/refi-format'
import { spacyFormat } from './spacy/spacy-format'
import { teiFormat } from './tei/tei-format'
import { recogitoFormat, w3cFormat } from './w3c/w3c-format'

/** Every exchange format. Dialogs, the command line, the table in the docs and the tests go through this list. */
export const formats: readonly Format[] = [
  datasetFormat,
  jsonlFormat,
  w3cFormat,
  recogitoFormat,
  bratFormat,
  conllFormat,
  labelStudioFormat,
  doccanoFormat,
  spacyFormat,
  casJsonFormat,
  casXmiFormat,
  refiProjectFormat,
  refiCodebookFormat,
  teiFormat,
  csvFormat,
  parquetFormat,
  markdownFormat,
  htmlFormat
]

export function findFormat(id: string): Format | undefined {
  return formats.find(format => format.id === id)
}
