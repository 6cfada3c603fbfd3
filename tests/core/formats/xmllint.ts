import { spawnSync } from 'node:child_process'

/** Without it tests that need another reader of XML are skipped; their titles say why. */
export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

/** What xmllint (libxml2) has against a document; empty when it is well-formed and, with a schema, valid. */
export function xmllintComplaints(document: Uint8Array | string, schema?: string): string {
  const rules = schema === undefined ? [] : ['--schema', schema]
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...rules, '-'], { input: document })
  return status === 0 ? '' : `${status}: ${stderr.toString()}`
}
