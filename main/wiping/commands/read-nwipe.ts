import type { WipeLog } from '../../../core/wipes/drive-commands.ts'

const LINE = /^\[(\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2})\]\s+(\w+): (.*)$/

/** nwipe's log (0.30 to 0.42): the summary table tells how each drive ended, the lines before it how it came there. */
export function readNwipe(text: string): WipeLog[] | null {
  const lines = text.split(/\r?\n/)
  const said = lines.flatMap((line) => {
    const found = LINE.exec(line)
    return found ? [{ at: found[1] ?? '', level: found[2] ?? '', what: (found[3] ?? '').trim() }] : []
  })
  const version = optionOf(said, 'banner')?.replace(/^nwipe /, '') ?? null
  const table = lines.findIndex((line) => /^\*+ Drive Status \*+$/.test(line))
  const errorTable = lines.findIndex((line) => /^\*+ Error Summary \*+$/.test(line))
  // Without its last line the table may have lost a drive.
  if (version === null || table < 0 || !lines.slice(table + 1).some((line) => /^\*{20,}$/.test(line))) return null
  const logs: WipeLog[] = []
  for (const line of lines.slice(table + 1)) {
    if (/^\*{20,}$/.test(line)) break
    const row = /^(!?)\s*(\S+)\s*\|\s*([^|]+?)\s*\|[^|]*\|[^|]*\|\s?(.*)$/.exec(line)
    if (!row || row[2] === 'Device') continue
    const [, flag, device = '', status = '', named = ''] = row
    const errors = errorsOf(lines, errorTable, device, said)
    const result = resultOf(status, flag === '!' || errors.length > 0)
    if (result === null) return null
    const mine = said.filter(({ what }) => new RegExp(`/${escaped(device)}(?![\\w])`).test(what))
    logs.push({
      tool: 'nwipe', version, ...modelOf(named), device, method: optionOf(said, 'method'),
      started: mine.find(({ what }) => /^(Invoking method|Starting round)/.test(what))?.at ?? null, ended: mine.findLast(({ what }) => !/serial number/.test(what))?.at ?? null,
      result, errors,
    })
  }
  return logs.length === 0 ? null : logs
}

/** How nwipe's own words end (logging.c). */
function resultOf(status: string, hasErrors: boolean): WipeLog['result'] | null {
  if (status === 'Erased') return hasErrors ? 'erased-with-exceptions' : 'erased'
  if (/^-*FAIL(ED)?-*$/.test(status) || status === 'INSANITY') return 'failed'
  return status === 'UABORTED' ? 'aborted' : null
}

function errorsOf(lines: readonly string[], table: number, device: string, said: readonly { level: string; what: string }[]): string[] {
  const counted = table < 0 ? [] : lines.slice(table + 1).slice(0, 100).flatMap((line) => {
    const row = /^!?\s*(\S+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*$/.exec(line)
    return row?.[1] === device ? [`pass ${row[2]}`, `verify ${row[3]}`, `fdatasync ${row[4]}`].filter((each) => !each.endsWith(' 0')) : []
  })
  const named = new RegExp(`/${escaped(device)}(?![\\w])`)
  return [...counted, ...said.filter(({ level, what }) => (level === 'error' || level === 'fatal') && named.test(what)).map(({ what }) => what)].slice(0, 100)
}

/** "model/serial": the last slash parts them. Bytes that are no text are a serial that nobody read. */
function modelOf(named: string): { model: string | null; serial: string | null } {
  const slash = named.lastIndexOf('/')
  const [model, serial] = slash < 0 ? [named, ''] : [named.slice(0, slash), named.slice(slash + 1)]
  const plain = (text: string) => (/^[\x20-\x7e]+$/.test(text.trim()) && /[A-Za-z0-9]/.test(text) ? text.trim() : null)
  return { model: plain(model), serial: plain(serial) }
}

const optionOf = (said: readonly { what: string }[], option: string): string | null =>
  said.flatMap(({ what }) => new RegExp(`^${option}\\s+= (.+)$`).exec(what)?.[1]?.trim() ?? [])[0] ?? null
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
