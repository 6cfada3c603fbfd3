import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { DatasetInput } from '../../src/core/formats/dataset/schema'
import { launchCounterpoint, type LaunchedCounterpoint } from '../e2e/launch'
import { answerOpenDialog } from '../e2e/workbench'
import { seededDataset, type ArticleSize } from './seeded-dataset'

const importTimeoutMs = 180_000

export interface BenchApp extends LaunchedCounterpoint {
  dataset: DatasetInput
  /** Paragraphs of an article, as the limit shows them. */
  paragraphsOf(size: ArticleSize): string[]
  importMs: number
}

/** The built application with generated articles in it, brought in as a person would: by "Import dataset". */
export async function launchWithArticles(sizes: readonly ArticleSize[]): Promise<BenchApp> {
  const dataset = seededDataset('Bench', sizes)
  const launched = await launchCounterpoint()
  const { app, page, profile } = launched
  const file = path.join(profile, 'bench.counterpoint.json')
  writeFileSync(file, JSON.stringify(dataset))
  await answerOpenDialog(app, [file])
  const start = performance.now()
  await page.getByRole('button', { name: 'Import dataset' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor({ timeout: importTimeoutMs })
  const importMs = performance.now() - start
  return {
    ...launched,
    dataset,
    importMs,
    paragraphsOf: size => dataset.articles?.find(article => article.id === size.id)?.text.split('\n\n') ?? []
  }
}

/** Goes to the Library and waits until it has come to rest. */
export async function goToLibrary(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Library' }).click()
  await page.getByRole('table', { name: 'Articles' }).waitFor()
  await page.waitForTimeout(500)
}

/** Clicks an article's title in the Library. */
export async function clickArticle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('rowheader', { name: title }).getByRole('button').first().click()
}
