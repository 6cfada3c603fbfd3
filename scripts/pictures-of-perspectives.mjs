import { launchApp } from './launch-app.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {(name: string) => Promise<void>} Picture */
/** @typedef {(page: Page) => Picture} Pictures */

/**
 * Pictures of what a study says: perspectives side by side, the chronology, the ledger, and saving them.
 * @param {NodeJS.ProcessEnv} env
 * @param {Pictures} pictureOf
 */
export async function picturesOfPerspectives(env, pictureOf) {
  for (const dark of [false, true]) {
    const { page, close } = await launchApp({ env, dark })
    page.setDefaultTimeout(20_000)
    /** @param {string} name */
    const picture = name => pictureOf(page)(dark ? `${name}-dark` : name)
    try {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await page.getByRole('table', { name: 'Articles' }).waitFor()
      await perspectives(page, picture)
      await legalViews(page, picture)
    } finally {
      await close()
    }
  }
}

/**
 * @param {Page} page
 * @param {Picture} picture
 */
async function perspectives(page, picture) {
  await page.keyboard.press('Alt+3')
  await page.getByRole('table', { name: 'Perspectives by stance' }).waitFor()
  await page.keyboard.press('i')
  await page.getByRole('option', { name: /Was closing the site justified/ }).click()
  await page.getByRole('table', { name: 'Perspectives by stance' }).getByRole('listitem').nth(1).focus()
  // Where the pointer rests, a card shows its surroundings.
  await page.mouse.move(4, 400)
  await picture('perspectives')
  const arrangement = page.getByRole('radiogroup', { name: 'Arrangement' })
  const voices = page.getByRole('button', { name: 'More about voices' })
  await voices.click()
  await picture('voice-share')
  await voices.click()
  for (const name of ['Matrix', 'Articles']) {
    await arrangement.getByRole('radio', { name }).check({ force: true })
    await picture(`perspectives-${name.toLowerCase()}`)
  }
  await arrangement.getByRole('radio', { name: 'Columns' }).check({ force: true })
  await page.keyboard.press('Control+Shift+s')
  await page.getByRole('dialog').waitFor()
  await picture('save-picture')
  await page.keyboard.press('Escape')
}

/**
 * @param {Page} page
 * @param {Picture} picture
 */
async function legalViews(page, picture) {
  await page.keyboard.press('Alt+4')
  await page.getByRole('img', { name: /^Legal timeline/ }).waitFor()
  await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
  await page.keyboard.press('End')
  await picture('timeline')
  await page.keyboard.press('Alt+5')
  await page.getByRole('region', { name: 'Disposition totals' }).waitFor()
  await picture('ledger')
  const problems = page.getByRole('group', { name: 'Ledger problems' })
  await problems
    .getByRole('button', { name: /^Find in text/ })
    .first()
    .click()
  await picture('passages')
}
