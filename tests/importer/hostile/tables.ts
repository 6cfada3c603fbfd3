import { fileOf, type HostileFile } from './hostile-file'

const words = 'Some words of an article that nobody wrote. '.repeat(4)

/** Tables of articles: a person is asked what their columns are, unless they are refused. */
export const hostileTables: readonly HostileFile[] = [
  {
    what: 'cells that spreadsheets run',
    make: ({ url }) => [
      fileOf(
        'a.csv',
        `title,text\n"=HYPERLINK(""${url}"")","=cmd|' /C calc'!A0 ${words}"\n@SUM(1),+1 ${words}\n`
      )
    ],
    comes: 'table'
  },
  {
    what: 'a quotation mark that is never closed',
    make: () => [fileOf('a.csv', `title,text\nOne,"${words}\nTwo,${words}\n`)],
    comes: ['wrong-csv']
  },
  {
    what: 'rows of other widths',
    make: () => [fileOf('a.csv', `title,text\nOne,${words},more,more\nTwo\n`)],
    comes: ['wrong-csv']
  },
  {
    what: 'columns of one name',
    make: () => [fileOf('a.csv', `text,text\n${words},${words}\n`)],
    comes: ['wrong-csv']
  },
  {
    what: 'columns named after what every object has',
    make: () => [fileOf('a.csv', `__proto__,constructor,text\nx,y,${words}\n`)],
    comes: 'table'
  },
  {
    what: '100,000 columns',
    make: () => [
      fileOf(
        'a.csv',
        `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',')}\n${'x,'.repeat(99_999)}x\n`
      )
    ],
    comes: 'table'
  },
  {
    what: 'a cell of 30 MB',
    make: () => [fileOf('a.csv', `title,text\nOne,${'words and '.repeat(3_000_000)}\n`)],
    comes: 'table'
  },
  { what: 'a table of no rows', make: () => [fileOf('a.csv', 'title,text\n')], comes: ['no-text'] },
  { what: 'a table of no bytes', make: () => [fileOf('a.csv', '')], comes: ['empty-file'] },
  {
    what: 'a table in Latin-1',
    make: () => [fileOf('a.csv', Buffer.from('title,text\ncaf\xe9,words\n', 'latin1'))],
    comes: ['not-utf8']
  },
  {
    what: 'NULs in a table',
    make: () => [fileOf('a.csv', `title,text\nOne,some\0words\n`)],
    comes: 'table'
  },
  {
    what: 'a spreadsheet called a table',
    make: () => [fileOf('a.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]))],
    comes: ['not-utf8']
  },
  {
    what: 'lines of JSON that are no objects',
    make: () => [fileOf('a.jsonl', '[1,2]\n"x"\n')],
    comes: ['not-json']
  },
  {
    what: 'a line of JSON cut off',
    make: () => [fileOf('a.jsonl', `{"title":"One","body":"${words}"}\n{"title":"Tw`)],
    comes: ['not-json']
  },
  {
    what: 'lines with keys that every object has',
    make: () => [fileOf('a.jsonl', `{"__proto__":{"isAdmin":true},"title":"One","body":"${words}"}\n`)],
    comes: 'table'
  },
  {
    what: 'a line of 50,000 nested brackets',
    make: () => [fileOf('a.jsonl', `{"body":"${words}","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`)],
    comes: 'table'
  }
]
