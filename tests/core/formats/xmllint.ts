import { spawnSync } from 'node:child_process'
import { test } from 'vitest'

const isThere = spawnSync('xmllint', ['--version']).status === 0

/** A test that another reader of XML is needed for; without it the test is skipped, and its title says why. */
export const testWithXmllint = test.skipIf(!isThere)

/** What xmllint (libxml2) has against a document; empty when it is well-formed and, with a schema, valid. */
export function xmllintComplaints(document: Uint8Array | string, schema?: string): string {
  const rules = schema === undefined ? [] : ['--schema', schema]
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...rules, '-'], { input: document })
  return status === 0 ? '' : `${status}: ${stderr.toString()}`
}
