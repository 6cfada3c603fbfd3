import { expect, test } from 'vitest'
import { guessLanguage } from '../../../src/core/importing/guess-language'

const english =
  'The court met on Monday to hear what the lawyers had to say about the closing of the market. Nobody from the town had been asked, and most of those who spoke had never been there. The judge listened for an hour, took a note and went to lunch. In the afternoon a witness told how the stalls had been taken away during the night, and who had given the order for it.'
const german =
  'Das Gericht kam am Montag zusammen, um zu hören, was die Anwälte über die Schließung des Marktes zu sagen hatten. Niemand aus der Stadt war gefragt worden, und die meisten, die sprachen, waren nie dort gewesen. Der Richter hörte eine Stunde zu, machte sich eine Notiz und ging essen. Am Nachmittag erzählte eine Zeugin, wie die Stände in der Nacht verschwanden.'

// A wrong language misleads sentence and word rules; none only makes them ask.
test.each([
  ['English', english, 'en'],
  ['German', german, 'de'],
  ['a few words', 'The court met on Monday.', ''],
  ['numbers', '12 '.repeat(300), '']
])('%s', (_, text, tag) => {
  expect(guessLanguage(text)).toBe(tag)
})
