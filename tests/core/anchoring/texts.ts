import fc from 'fast-check'

/** Pieces that break naive offsets: astral characters, joined families, marks, flags, other scripts. */
export const awkwardPieces = [
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '.',
  '“',
  '”',
  '’',
  "don't",
  'sex-work',
  '😀',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇺🇸',
  '🇺',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '❤️',
  'é',
  'e\u0301',
  '\u0301',
  '\u0308',
  '\u200d',
  '\ufe0f',
  '\u00ad',
  '©',
  'שָׁלוֹם',
  'مرحبا',
  '\u0600',
  'नमस्ते',
  'क्ष',
  'ไทย',
  '日本語',
  'が',
  'か\u3099',
  '한국',
  '\u1100\u1161\u11a8',
  '𝒳'
]

/** Text made of awkward pieces, without lone surrogates. */
export const awkwardText = fc
  .array(fc.constantFrom(...awkwardPieces), { maxLength: 40 })
  .map(pieces => pieces.join(''))

/** Awkward text between long plain stretches, so that a local window does not reach the whole text. */
export const longAwkwardText = fc
  .array(
    fc.oneof(awkwardText, fc.constant('plain words in a row '.repeat(30)), fc.constant('長'.repeat(300))),
    {
      maxLength: 5
    }
  )
  .map(pieces => pieces.join(''))
