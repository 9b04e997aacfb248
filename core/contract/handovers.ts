import * as z from 'zod'
import { Chain } from '../custody/hop.ts'
import { IssuedDocument } from '../documents/document.ts'
import { Designate, Handover, HandoverId, NoteDifference, Receive, Received } from '../handovers/handover.ts'
import { Item, ItemId } from '../handovers/item.ts'
import { SealProgress } from '../packages/package.ts'
import { Path } from '../text.ts'
import { ask, job } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Hand-over, receipt and the way of an item (Art. 2, 11(9), 14). */
export const handovers = {
  handovers: {
    designate: ask(Designate, Handover),
    list: ask(OfContract, z.array(Handover)),
    items: ask(z.object({ handoverId: HandoverId }), z.array(Item)),
    /** Names, sizes and troubles of dropped paths, before anything is taken. */
    look: ask(z.object({ paths: z.array(Path).min(1).max(10_000) }), z.object({
      files: z.array(z.object({ name: z.string(), size: z.number() })), totalBytes: z.number(), troubles: z.array(z.object({ path: z.string(), what: z.string() })),
    })),
    receive: job(Receive, SealProgress, Received),
    noteDifference: ask(NoteDifference, Handover),
  },
  receipts: {
    issue: ask(z.object({ handoverId: HandoverId }), IssuedDocument),
    list: ask(OfContract, z.array(IssuedDocument)),
    /** Writes a document's bodies into a folder, to be handed in. */
    save: ask(z.object({ id: z.string(), into: Path, csv: z.enum(['utf8', 'cp932']).optional() }), z.object({ paths: z.array(z.string()) })),
    /** The PDF as it was issued, for looking at. */
    show: ask(z.object({ id: z.string() }), z.object({ name: z.string(), pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })),
    /** The city's 収受通知 comes back. */
    acknowledge: ask(z.object({ paths: z.array(Path).min(1).max(100) }), z.array(IssuedDocument)),
  },
  /** 流通経路 (Art. 11(9)): hop by hop, with its gaps. */
  custody: { chain: ask(z.object({ itemId: ItemId }), Chain) },
}
