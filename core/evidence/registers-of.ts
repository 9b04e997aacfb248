import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { tableOfLedger } from '../ledgers/export.ts'
import { RowsQuery } from '../ledgers/query.ts'
import { ledgers } from '../ledgers/register.ts'
import { look } from '../ledger/record.ts'
import type { Instant } from '../time.ts'
import type { EvidencePart, World } from '../world.ts'

/** A register (台帳) of the contract as a CSV, and how many rows it has. */
export interface PackedRegister { name: string; title: string; rows: number; file: string; part: EvidencePart }

/** Every register that this office keeps, narrowed to the contract where a register knows contracts. */
export async function registersOf(world: World, contract: Pick<ContractOfWork, 'id'>, at: Instant): Promise<PackedRegister[]> {
  const kind = await look(world, (reading) => reading.get('office', 'office')?.organisation.kind)
  const registers: PackedRegister[] = []
  for (const definition of ledgers.filter(({ office }) => office === 'both' || office === kind)) {
    const { rows, total, about } = await tableOfLedger(world, definition, RowsQuery.parse({ ledger: definition.name, contractId: contract.id }), definition.columns.map((_, i) => i), at)
    const title = definition.title.ja
    const file = `registers/${definition.name}.csv`
    registers.push({ name: definition.name, title, rows: total, file, part: { name: file, kind: 'table', table: { format: 'csv-utf8', title, about, columns: definition.columns, rows, total, at } } })
  }
  return registers
}
