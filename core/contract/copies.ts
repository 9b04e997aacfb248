import * as z from 'zod'
import { ApproveCopy, Copy, DeclineCopy, EndCopy, Made, MakeCopy, PrintCopy, RequestCopy, WithdrawCopy } from '../copies/copy.ts'
import { SealProgress } from '../packages/package.ts'
import { ask, job } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Copies (Art. 11(8)). */
export const copies = {
  copies: {
    request: ask(RequestCopy, Copy),
    approve: ask(ApproveCopy, Copy),
    decline: ask(DeclineCopy, Copy),
    withdraw: ask(WithdrawCopy, Copy),
    /** Writes an approved copy out of the vault, whole and read back. */
    make: job(MakeCopy, SealProgress, Made),
    /** Whoever tries to print is written down, whether they may or not. */
    print: ask(PrintCopy, Copy),
    end: ask(EndCopy, Copy),
    list: ask(OfContract, z.array(Copy)),
  },
}
