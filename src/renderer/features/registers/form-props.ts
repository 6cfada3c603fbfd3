import type { RegisterRowsInView } from './use-register-rows'
import type { RegisterActions } from './register-actions'

/** What the form of a row needs. */
export interface FormProps<Row> {
  row: Row
  rows: RegisterRowsInView
  actions: RegisterActions
}
