import { setImmediate as breathe } from 'node:timers/promises'
import type { Cell } from '../../core/ledgers/definition.ts'
import type { TableOrder, Tables } from '../../core/world.ts'
import { unencodable } from '../documents/csv/cp932.ts'
import { type Begin, writeAnew } from '../files/write-anew.ts'
import { csvCp932, csvUtf8 } from './write-csv.ts'
import { writePdf } from './write-pdf.ts'
import { xlsx } from './write-xlsx.ts'

const ENDINGS = { pdf: 'pdf', 'csv-utf8': 'csv', 'csv-cp932': 'csv', xlsx: 'xlsx' } as const

/** Writes ledgers as files: whole under their names or not at all, never over another. `begin`: no idle lock meanwhile. */
export function realTables({ begin }: { begin: Begin }): Tables {
  return {
    unencodable: (texts) => [...new Set([...texts].flatMap(unencodable))],

    async write(order, { signal, onProgress }) {
      const counted = { done: 0 }
      const tell = (): void => {
        counted.done++
        if (counted.done % 250 === 0 || counted.done === order.total) onProgress({ done: counted.done, total: order.total })
      }
      const replaced = new Set<string>()
      const written = await writeAnew({ into: order.into, name: `${order.fileName}.${ENDINGS[order.format]}`, signal, begin }, (both) => bytesOf(order, both, replaced, tell))
      return written.outcome === 'written' ? { ...written, rows: counted.done, replaced: [...replaced] } : written
    },
  }
}

/** The same bytes for whoever puts them somewhere else. */
export const tableBytes = (order: TableOrder, signal: AbortSignal): AsyncIterable<Uint8Array> => bytesOf(order, signal, new Set(), () => {})

async function* bytesOf(order: TableOrder, signal: AbortSignal, replaced: Set<string>, tell: () => void): AsyncGenerator<Uint8Array, void> {
  switch (order.format) {
    case 'csv-utf8': yield* gathered(csvUtf8(order.columns, breathing(order.rows, tell))); break
    case 'csv-cp932': yield* gathered(csvCp932(order.columns, breathing(order.rows, tell), replaced)); break
    case 'xlsx': yield* xlsx({ title: order.title, about: order.about, columns: order.columns, rows: breathing(order.rows, tell) }); break
    case 'pdf': yield await writePdf(order, signal, tell)
  }
}

/** Lets the desk answer others between rows. */
async function* breathing(rows: AsyncIterable<readonly Cell[]>, tell: () => void): AsyncGenerator<readonly Cell[]> {
  let n = 0
  for await (const cells of rows) {
    yield cells
    tell()
    if (++n % 200 === 0) await breathe()
  }
}

/** Many rows to one write: a disk likes no small pieces. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < 65_536) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
