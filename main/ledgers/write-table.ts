import type { Tables } from '../../core/world.ts'

/** Where a table is written, by format. */
export function realTables(_rooms: { begin: () => { signal: AbortSignal; end(): void } }): Tables {
  return { write: async () => { throw new Error('not yet') } }
}
