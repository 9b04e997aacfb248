import * as z from 'zod'
import { AgreeSubcontract, ApplySubcontract, DecideSubcontract, DraftSubcontract, EndSubcontract, InspectSubcontractor, ReviseSubcontract, StartSubcontract, Subcontract, WithdrawSubcontract } from '../subcontracts/subcontract.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Subcontracting (Art. 9). */
export const subcontracts = {
  subcontracts: {
    draft: ask(DraftSubcontract, Subcontract),
    revise: ask(ReviseSubcontract, Subcontract),
    /** 申請: with all six facts of Art. 9②. */
    apply: ask(ApplySubcontract, Subcontract),
    /** The city's answer: 承認, 条件付承認 or 不承認. */
    decide: ask(DecideSubcontract, Subcontract),
    agree: ask(AgreeSubcontract, Subcontract),
    start: ask(StartSubcontract, Subcontract),
    inspect: ask(InspectSubcontractor, Subcontract),
    end: ask(EndSubcontract, Subcontract),
    withdraw: ask(WithdrawSubcontract, Subcontract),
    list: ask(OfContract, z.array(Subcontract)),
  },
}
