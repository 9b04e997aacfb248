import { exportLedger, readEntries, verifyLedger } from '../ledger/use.ts'
import { exportRows } from '../ledgers/export.ts'
import { chooseFrom, dropView, historyOf, listLedgers, listViews, pageLedger, saveView } from '../ledgers/use.ts'
import type { ledgers as asked } from '../contract/ledgers.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const ledgers = (world: World): DeskOf<typeof asked> => ({
  ledgers: {
    list: (order) => listLedgers(world, order),
    page: (order) => pageLedger(world, order),
    choices: (order) => chooseFrom(world, order),
    history: (order) => historyOf(world, order),
    views: (order) => listViews(world, order),
    saveView: (order) => saveView(world, order),
    dropView: (order) => dropView(world, order),
    export: (order, how) => exportRows(world, order, how),
  },
  ledger: {
    entries: (order) => readEntries(world, order),
    verify: (_nothing, how) => verifyLedger(world, how),
    export: (order, how) => exportLedger(world, order, how),
  },
})
