/** How one value of a record is written into a cell and read out of it again. What cannot be read is left as it is, for the schema to refuse. */
export interface Codec {
  readonly write: (value: never) => string
  readonly read: (cell: string) => unknown
}

export const text: Codec = { write: (value: string) => value, read: (cell) => cell }
/** Digits as `String(number)` writes them. */
export const whole: Codec = { write: (value: number) => String(value), read: (cell) => (/^(0|[1-9]\d{0,15})$/.test(cell) ? Number(cell) : cell) }
export const yesNo: Codec = { write: (value: boolean) => (value ? '有' : '無'), read: (cell) => (cell === '有' ? true : cell === '無' ? false : cell) }

/** An empty cell for null. */
export function orNull({ write, read }: Codec): Codec {
  return { write: (value: never) => (value === null ? '' : write(value)), read: (cell) => (cell === '' ? null : read(cell)) }
}

/** Codes of the record as words for people. */
export function words(pairs: Readonly<Record<string, string>>): Codec {
  return { write: (value: string) => pairs[value] ?? value, read: (cell) => Object.entries(pairs).find(([, word]) => word === cell)?.[0] ?? `?${cell}` }
}

/** Millionths as per cent with up to four decimals: `100`, `10.4231`. */
export const percent: Codec = {
  write: (value: number) => String(value / 10_000),
  read: (cell) => (/^\d{1,3}(\.\d{1,4})?$/.test(cell) ? Math.round(Number(cell) * 10_000) : cell),
}

/** An object with nothing but plain values, for columns that machines read. */
export const json: Codec = { write: (value: object) => JSON.stringify(value, Object.keys(value).sort()), read: parsed }

/** A list, one entry a line; as JSON where lines could not hold it. */
export function list({ write, read }: Codec): Codec {
  return {
    write: (value: readonly never[]) => {
      const entries = value.map(write)
      const joined = entries.join('\n')
      return entries.some((entry) => entry === '' || entry.includes('\n')) || joined.startsWith('[') ? JSON.stringify(entries) : joined
    },
    read: (cell) => {
      if (cell === '') return []
      const entries = cell.startsWith('[') ? parsed(cell) : cell.split('\n')
      return Array.isArray(entries) ? entries.map((entry: unknown) => (typeof entry === 'string' ? read(entry) : entry)) : entries
    },
  }
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch (problem) {
    if (problem instanceof SyntaxError) return cell
    throw problem
  }
}
