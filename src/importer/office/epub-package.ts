import { fail, ok, type Result } from '../../core/result'
import { textPart, type DocumentParts } from './document-archive'
import { scanXml } from './scan-xml'

/** What the package document of an EPUB says (EPUB 3.3, 5): empty strings where it says nothing. */
export interface EpubPackage {
  title: string
  byline: string
  outlet: string
  date: string
  language: string
  /** Names of the chapters' files in the archive, in reading order. */
  chapters: string[]
}

interface Item {
  href: string
  mediaType: string
  isNavigation: boolean
}

/** Finds and reads the package document. Fails with `not-an-epub`, `part-missing` or as `scanXml` does. */
export function readPackage(parts: DocumentParts, place: string): Result<EpubPackage> {
  const container = textPart(parts, 'META-INF/container.xml', place)
  if (!container.ok)
    return fail('not-an-epub', `${place} is not an EPUB: its table of parts is missing.`, place)
  let path = ''
  const found = scanXml(container.value, `${place}/META-INF/container.xml`, {
    open: (name, attributes) => {
      if (/(?:^|:)rootfile$/.test(name) && path === '') path = attributes['full-path'] ?? ''
    }
  })
  if (!found.ok) return found
  const xml = textPart(parts, path, place)
  if (!xml.ok) return xml
  const reading = new PackageReader()
  const scanned = scanXml(xml.value, `${place}/${path}`, reading)
  if (!scanned.ok) return scanned
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const chapters = reading.spine.flatMap(id => {
    const item = reading.items.get(id)
    const isText = item !== undefined && /html/i.test(item.mediaType) && !item.isNavigation
    return isText ? [resolve(folder, item.href)] : []
  })
  if (chapters.length === 0) return fail('no-text', `There is no text in ${place}.`, place)
  const say = (name: string) =>
    (reading.said.get(name) ?? []).map(text => text.trim()).filter(text => text !== '')
  return ok({
    title: say('title')[0] ?? '',
    byline: say('creator').join(', '),
    outlet: say('publisher')[0] ?? '',
    date: say('date')[0] ?? '',
    language: say('language')[0] ?? '',
    chapters
  })
}

class PackageReader {
  readonly items = new Map<string, Item>()
  readonly spine: string[] = []
  /** Texts of Dublin Core elements, by name without prefix. */
  readonly said = new Map<string, string[]>()
  private reading: string[] | null = null

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    this.reading = null
    const local = name.slice(name.indexOf(':') + 1)
    if (name.startsWith('dc:')) {
      this.reading = this.said.get(local) ?? []
      this.reading.push('')
      this.said.set(local, this.reading)
    } else if (local === 'item') {
      this.items.set(attributes['id'] ?? '', {
        href: attributes['href'] ?? '',
        mediaType: attributes['media-type'] ?? '',
        isNavigation: /\bnav\b/.test(attributes['properties'] ?? '')
      })
    } else if (local === 'itemref' && attributes['linear'] !== 'no')
      this.spine.push(attributes['idref'] ?? '')
  }

  readonly close = (): void => {
    this.reading = null
  }

  readonly text = (text: string): void => {
    if (this.reading !== null) this.reading.push((this.reading.pop() ?? '') + text)
  }
}

/** The name in the archive of an address that is relative to a folder of it. */
function resolve(folder: string, href: string): string {
  let path = href.replace(/[?#].*$/s, '')
  try {
    path = decodeURIComponent(path)
  } catch {
    // An address with a stray per cent sign is taken as it stands.
  }
  const names: string[] = []
  for (const name of `${folder}${path}`.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  return names.join('/')
}
