import * as z from 'zod'
import { Cancellation, RecordCancellation, WithdrawCancellation } from '../cancellation/cancellation.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** 契約の解除 (Art. 19). */
export const cancellations = {
  cancellations: {
    list: ask(OfContract, z.array(Cancellation)),
    /** 解除の通知, as it came. */
    record: ask(RecordCancellation, Cancellation),
    /** 解除の取消し, by the city. */
    withdraw: ask(WithdrawCancellation, Cancellation),
  },
}
