import { foundDrives } from '../media/found-drives.ts'
import { bringBack, listMedia, registerMedium } from '../media/use.ts'
import { listScans, readyScanner, scanMedium } from '../viruses/use.ts'
import { findAgain, listLosses, reportBroken, reportLost, returnMedium } from '../media/fate.ts'
import { printLabels } from '../media/labels.ts'
import { listStockTakes, takeStock } from '../media/stock.ts'
import type { media as asked } from '../contract/media.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const media = (world: World): DeskOf<typeof asked> => ({
  media: { register: (order) => registerMedium(world, order), list: () => listMedia(world), bringBack: (order) => bringBack(world, order),
    labels: (order) => printLabels(world, order), takeStock: (order) => takeStock(world, order), stockTakes: () => listStockTakes(world), reportLost: (order) => reportLost(world, order), losses: () => listLosses(world), findAgain: (order) => findAgain(world, order),
    reportBroken: (order) => reportBroken(world, order), giveBack: (order) => returnMedium(world, order), drives: () => foundDrives(world) },
  viruses: { scanner: () => readyScanner(world), scan: (order, how) => scanMedium(world, order, how), list: () => listScans(world) },
})
