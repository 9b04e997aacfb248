import { acknowledgeImported } from '../city/acknowledging.ts'
import { comparePaper } from '../city/comparing-paper.ts'
import { listImported } from '../city/imported.ts'
import { importDocuments } from '../city/importing.ts'
import { numberImported } from '../city/numbering.ts'
import { checkRun, listRuns, readRun, saveRun } from '../city/results.ts'
import type { city as asked } from '../contract/city.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const city = (world: World): DeskOf<typeof asked> => ({
  city: {
    import: (order, how) => importDocuments(world, order, how),
    number: (order) => numberImported(world, order),
    comparePaper: (order) => comparePaper(world, order),
    runs: () => listRuns(world),
    run: (order) => readRun(world, order),
    checkRun: (order) => checkRun(world, order),
    saveRun: (order, how) => saveRun(world, order, how),
    imported: ({ contractId }) => listImported(world, contractId),
    acknowledge: (order) => acknowledgeImported(world, order),
  },
})
