import { bratFormat } from './brat/brat-format'
import { datasetFormat } from './dataset/dataset-format'
import type { Format } from './format'

/** Every exchange format. Dialogs, the command line, the table in the docs and the tests go through this list. */
export const formats: readonly Format[] = [datasetFormat, bratFormat]

export function findFormat(id: string): Format | undefined {
  return formats.find(format => format.id === id)
}
