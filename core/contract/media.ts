import * as z from 'zod'
import { FoundDrive } from '../media/drive.ts'
import { BringBack, FoundAgain, Loss, Medium, PrintLabels, RegisterMedium, ReportBroken, ReportLost, ReturnMedium } from '../media/medium.ts'
import { StockTake, TakeStock } from '../media/stock-take.ts'
import { Scanner, ScanMedium, ScanProgress, VirusScan } from '../viruses/scan.ts'
import { ask, job } from '../wire/operation.ts'
import { Nothing } from './orders.ts'

/** Media, and what is looked through for viruses (Art. 11(5), 11(10)). */
export const media = {
  media: {
    register: ask(RegisterMedium, Medium),
    list: ask(Nothing, z.array(Medium)),
    bringBack: ask(BringBack, Medium),
    /** Labels of label paper, written into a folder as a PDF. */
    labels: ask(PrintLabels, z.object({ paths: z.array(z.string()) })),
    takeStock: ask(TakeStock, StockTake),
    stockTakes: ask(Nothing, z.array(StockTake)),
    reportLost: ask(ReportLost, Loss),
    losses: ask(Nothing, z.array(Loss)),
    /** A lost medium turned up. */
    findAgain: ask(FoundAgain, Medium),
    reportBroken: ask(ReportBroken, Medium),
    giveBack: ask(ReturnMedium, Medium),
    /** What is plugged in now, each with its number in the register, and every reason why it may not be wiped. */
    drives: ask(Nothing, z.array(FoundDrive)),
  },
  viruses: {
    /** The antivirus product that is ready on this machine; none: then a clerk attests. */
    scanner: ask(Nothing, Scanner.nullable()),
    /** 媒体の接続 (F-23): looks through a registered medium. */
    scan: job(ScanMedium, ScanProgress, VirusScan),
    list: ask(Nothing, z.array(VirusScan)),
  },
}
