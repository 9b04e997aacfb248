import type { Documents, SealedRecord } from '../../../core/world.ts'
import { tableFor } from './compare.ts'
import { LARGEST_CSV, readTables } from './read-tables.ts'
import type { Table, TabledRecord } from './document-table.ts'
import { writeTable, writeTableCp932 } from './write-table.ts'

/** Documents of one kind as one CSV, each with what proves it. Throws for a record that has no table. */
export function tableOf(documents: readonly SealedRecord[], encoding: 'utf8' | 'cp932'): ReturnType<Documents['table']> {
  const [first] = documents
  const table = first ? tableFor(first.record) : null
  if (!table || documents.some(({ record }) => tableFor(record) !== table)) throw new Error('documents of one table are written together')
  const sealed = documents as readonly (SealedRecord & { record: TabledRecord })[]
  return encoding === 'cp932' ? inCp932(table, sealed) : { bytes: writeTable(table, sealed), replaced: [] }
}

/** The documents in a CSV of ours, with what proves each; none when it is not whole. */
export function readTable(csv: Uint8Array): SealedRecord[] {
  if (csv.length > LARGEST_CSV) return []
  const read = readTables(csv)
  return 'findings' in read ? [] : read.documents.flatMap(({ record, code, seal, findings }) => (record && findings.length === 0 ? [{ record, code, seal }] : []))
}

function inCp932(table: Table<TabledRecord, unknown>, sealed: readonly (SealedRecord & { record: TabledRecord })[]): ReturnType<Documents['table']> {
  const { bytes, places } = writeTableCp932(table, sealed)
  // A checkpoint's signature line begins with a dash that CP932 lacks (C2SP): put back like the rest, and no word that a person would miss.
  return { bytes, replaced: places.filter(({ column }) => column !== '台帳署名') }
}
