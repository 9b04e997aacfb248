import type { ListedFile } from '../../core/handovers/handover.ts'

export interface ReadList { files: ListedFile[]; bad: { line: number; text: string }[] }

const HEADINGS: readonly (readonly [RegExp, keyof ListedFile])[] = [[/ファイル|名前|file|name/i, 'name'], [/サイズ|バイト|size|bytes/i, 'size'], [/sha|ハッシュ|hash/i, 'sha256'], [/件数|レコード|count|records/i, 'count']]
const ORDER: readonly (keyof ListedFile)[] = ['name', 'size', 'sha256', 'count']

/**
 * Reads a city's list as it was pasted or saved from a spreadsheet: one file a line, separated by tabs or commas, with or
 * without a heading. Columns may be missing; a cell that is not what its column says makes the line bad, never silently empty.
 */
export function readList(pasted: string): ReadList {
  const lines = pasted.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)
  const filled = lines.map((text, index) => ({ text, line: index + 1 })).filter(({ text }) => text.trim() !== '')
  const [first] = filled
  const heading = first ? headingOf(cellsOf(first.text)) : null
  const read: ReadList = { files: [], bad: [] }
  for (const { text, line } of heading ? filled.slice(1) : filled) {
    const file = fileOf(cellsOf(text), heading ?? ORDER)
    if (file) read.files.push(file)
    else read.bad.push({ line, text: text.slice(0, 80) })
  }
  return read
}

/** What each column holds, when the first line names at least the file's name and nothing in it looks like a value. */
function headingOf(cells: readonly string[]): (keyof ListedFile | null)[] | null {
  const columns = cells.map((cell) => HEADINGS.find(([said]) => said.test(cell))?.[1] ?? null)
  const looksLikeValues = cells.some((cell) => /^[0-9a-f]{64}$/i.test(cell.trim()) || /^[\d,]+$/.test(cell.trim()) || /\.[a-z0-9]{2,4}$/i.test(cell.trim()))
  return columns.includes('name') && !looksLikeValues ? columns : null
}

function fileOf(cells: readonly string[], columns: readonly (keyof ListedFile | null)[]): ListedFile | null {
  const said = (column: keyof ListedFile): string => (cells[columns.indexOf(column)] ?? '').trim()
  const name = said('name').normalize('NFC')
  const size = numberOf(said('size'))
  const count = numberOf(said('count'))
  const sha256 = said('sha256').toLowerCase()
  if (name === '' || size === 'bad' || count === 'bad' || (sha256 !== '' && !/^[0-9a-f]{64}$/.test(sha256))) return null
  return { name, size, count, sha256: sha256 === '' ? null : sha256 }
}

/** `1,234` and `１２` are numbers, an empty cell is unknown, anything else is bad. */
function numberOf(said: string): number | null | 'bad' {
  const plain = said.normalize('NFKC').replaceAll(',', '')
  if (plain === '') return null
  return /^\d{1,15}$/.test(plain) ? Number(plain) : 'bad'
}

/** Cells between tabs, or else between commas; quotes as spreadsheets write them (RFC 4180). */
function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : ','
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? ''
    if (quoted && character === '"' && line[at + 1] === '"') { cell += '"'; at++ }
    else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (character === separator && !quoted) { cells.push(cell); cell = '' }
    else cell += character
  }
  return [...cells, cell]
}
