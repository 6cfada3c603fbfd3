import { checks } from '../../../core/problems/checks'

const names = new Map(checks.map(check => [check.id, check.name]))

export function checkName(checkId: string): string {
  return names.get(checkId) ?? checkId
}
