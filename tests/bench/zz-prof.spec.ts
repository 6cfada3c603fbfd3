import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launchCounterpoint } from '../e2e/launch'
import { answerOpenDialog, answerSaveDialog } from '../e2e/workbench'
import { formatStudy } from './format-study'
const cases = [
  { name: 'dataset', option: /^Counterpoint dataset/, notes: false, pseudonyms: false },
  { name: 'dataset, notes', option: /^Counterpoint dataset/, notes: true, pseudonyms: false },
  { name: 'spaCy', option: /^spaCy/, notes: true, pseudonyms: false },
  { name: 'REFI', option: /^REFI-QDA project/, notes: true, pseudonyms: false },
  { name: 'Parquet', option: /^Parquet/, notes: true, pseudonyms: false }
].filter(c => (process.env.CASES ?? '').split('|').some(n => c.name === n) || process.env.CASES === undefined)
test('prof', async () => {
  test.setTimeout(900_000)
  const { app, page, profile, close } = await launchCounterpoint()
  try {
    const file = path.join(profile, 'study.counterpoint.json')
    writeFileSync(file, JSON.stringify(formatStudy()))
    await answerOpenDialog(app, [file])
    await page.getByRole('button', { name: 'Import dataset' }).click()
    await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: 240000 })
    await page.waitForTimeout(10_000)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('Profiler.enable')
    await cdp.send('Profiler.setSamplingInterval', { interval: 1000 })
    for (const { name, option, notes, pseudonyms } of cases) {
      const target = path.join(profile, `${name}.out`)
      await answerSaveDialog(app, target)
      const tasks = await page.evaluateHandle(() => {
        const tasks: [number, number][] = []
        new PerformanceObserver(l => { for (const e of l.getEntries()) tasks.push([e.startTime, e.duration]) }).observe({ type: 'longtask' })
        return tasks
      })
      const m = await cdp.send('Performance.getMetrics')
      const ts = m.metrics.find(x => x.name === 'Timestamp')!.value * 1000
      const now = await page.evaluate(() => performance.now())
      const origin = ts - now
      if (process.env.NOPROF === undefined) await cdp.send('Profiler.start')
      const t0 = await page.evaluate(() => performance.now())
      await page.keyboard.press('Control+e')
      const dialog = page.getByRole('dialog', { name: 'Export', exact: true })
      await dialog.getByRole('option', { name: option }).click()
      await dialog.getByRole('checkbox', { name: 'Add notes' }).setChecked(notes)
      await dialog.getByRole('checkbox', { name: 'Pseudonyms for actors' }).setChecked(pseudonyms)
      await expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled({ timeout: 240000 })
      const t1 = await page.evaluate(() => performance.now())
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => existsSync(target), { timeout: 240000, intervals: [50] }).toBe(true)
      const t2 = await page.evaluate(() => performance.now())
      const list = await tasks.jsonValue()
      console.log(`== ${name}: open ${Math.round(t1 - t0)} save ${Math.round(t2 - t1)}`)
      if (process.env.NOPROF !== undefined) {
        for (const [s, d] of list) console.log(`task at ${Math.round(s - t0)} for ${d}`)
      } else {
      const { profile: p } = await cdp.send('Profiler.stop')
      const nodes = new Map(p.nodes.map(n => [n.id, n]))
      const parent = new Map<number, number>()
      for (const n of p.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
      let t = p.startTime
      const at: [number, number][] = p.samples!.map((id, i) => { t += p.timeDeltas![i]!; return [t / 1000 - origin, id] })
      for (const [s, d] of list) {
        console.log(`task at ${Math.round(s - t0)} for ${d}`)
        const within = at.filter(([x]) => x >= s && x <= s + d)
        const self = new Map<string, number>(), total = new Map<string, number>()
        for (const [, id] of within) {
          const label = (n: number) => { const c = nodes.get(n)!.callFrame; return `${c.functionName || '(anon)'}@${c.url.split('/').pop()}:${c.lineNumber}` }
          self.set(label(id), (self.get(label(id)) ?? 0) + 1)
          const seen = new Set<string>()
          for (let n: number | undefined = id; n !== undefined; n = parent.get(n)) { const l = label(n); if (!seen.has(l)) { seen.add(l); total.set(l, (total.get(l) ?? 0) + 1) } }
        }
        const top = (m: Map<string, number>, k: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, k).map(([l, c]) => `${l} ${c}`).join('; ')
        console.log('   self:', top(self, 6)); console.log('   total:', top(total, 12))
      }}
      await page.waitForTimeout(1000)
      await page.keyboard.press('Escape')
    }
  } finally { await close() }
})
