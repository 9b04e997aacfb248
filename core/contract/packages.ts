import * as z from 'zod'
import { Item } from '../handovers/item.ts'
import { Package, Seal, Sealed, SealProgress } from '../packages/package.ts'
import { OpenPackage, PackageOpened, PackageVerified, VerifyPackage } from '../packages/received.ts'
import { MediumWriting, PlanSplit, SplitPlan, WriteToMedium, Written } from '../packages/writing.ts'
import { ask, job } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Packages (Art. 11(3)). */
export const packages = {
  packages: {
    items: ask(OfContract, z.array(Item)),
    seal: job(Seal, SealProgress, Sealed),
    list: ask(OfContract, z.array(Package)),
    /** What it would need and how it would be cut, before anything is written. */
    planSplit: ask(PlanSplit, SplitPlan),
    /** 検証: after writing, on a stick, after transport. */
    verify: job(VerifyPackage, SealProgress, PackageVerified),
    /** 開梱: by whoever receives a package. */
    open: job(OpenPackage, SealProgress, PackageOpened),
    writeToMedium: job(WriteToMedium, SealProgress, Written),
    /** 書込みの記録. */
    writings: ask(OfContract, z.array(MediumWriting)),
  },
}
