import { contractNamed } from '../contracts/use.ts'
import { look } from '../ledger/record.ts'
import type { World } from '../world.ts'
import type { ExceptionUsed } from './exception-used.ts'

/** 例外一覧: every exception that was made for a contract, and those that bind no single one; the newest first. */
export const listExceptions = (world: World, contractId: string): Promise<ExceptionUsed[]> => look(world, (reading) => {
  const { id } = contractNamed(reading, contractId)
  return reading.list('exception').filter((used) => used.contractId === id || used.contractId === null).sort((a, b) => b.seq - a.seq)
})
