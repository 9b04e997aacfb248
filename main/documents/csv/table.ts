/** A table as it stands in a CSV file (RFC 4180): rows of cells, the first row the names of the columns. */
export type Cells = readonly (readonly string[])[]

/** All cells quoted, CRLF after every row. */
export function writeCsv(rows: Cells): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
}

export type CsvReading = { readonly rows: string[][] } | { readonly line: number; readonly why: 'quote' | 'nul' | 'text-after-quote' | 'unterminated' | 'line-end' | 'cells' | 'columns' | 'rows' }

/** Twice what any table of ours has; and as many rows as a record may have items. */
const MOST_COLUMNS = 400
const MOST_ROWS = 400_000

/**
 * Reads a CSV as we write it, or as a spreadsheet saves it again (quotes only where needed, LF alone). Refuses everything
 * that two programs could read differently: a quote in the middle of a plain cell, text after a closing quote, a lone CR,
 * NUL, rows of different length; and more columns or rows than any document has.
 */
export function readCsv(text: string): CsvReading {
  if (text.includes('\0')) return { line: text.slice(0, text.indexOf('\0')).split('\n').length, why: 'nul' }
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if (typeof cell === 'string') return { line, why: cell }
    row.push(cell.value)
    if (row.length > MOST_COLUMNS) return { line, why: 'columns' }
    line += countLines(cell.value)
    at = cell.end
    if (text[at] === ',') {
      at += 1
      // A comma at the very end of the file opens one more, empty cell.
      if (at < text.length) continue
      row.push('')
    }
    const end = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' ? 1 : at >= text.length ? 0 : -1
    if (end < 0) return { line, why: 'line-end' }
    at += end
    rows.push(row)
    if (rows.length > MOST_ROWS) return { line, why: 'rows' }
    line += 1
    if (row.length !== rows[0]?.length) return { line: line - 1, why: 'cells' }
    row = []
  }
  return { rows }
}

function quotedCell(text: string, start: number): { value: string; end: number } | 'unterminated' | 'text-after-quote' {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return 'unterminated'
  const after = text[end + 1]
  if (after !== undefined && after !== ',' && after !== '\n' && after !== '\r') return 'text-after-quote'
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function plainCell(text: string, start: number): { value: string; end: number } | 'quote' {
  PLAIN.lastIndex = start
  const value = PLAIN.exec(text)?.[0] ?? ''
  return value.includes('"') ? 'quote' : { value, end: start + value.length }
}

const PLAIN = /[^,\r\n]*/y

function countLines(value: string): number {
  return value.split('\n').length - 1
}
