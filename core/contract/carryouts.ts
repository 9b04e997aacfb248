import * as z from 'zod'
import { Alarm, ApplyCarryOut, ApproveCarryOut, CarryOut, ConfirmReturn, GoOut, PermitCarryOut, RecordErasure, RejectCarryOut, Remind, ReportCarryOutLost, WithdrawCarryOut } from '../carryouts/carry-out.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Carrying out (Art. 11(2)). */
export const carryouts = {
  carryOuts: {
    apply: ask(ApplyCarryOut, CarryOut),
    approve: ask(ApproveCarryOut, CarryOut),
    /** 甲承認: the city's number, its day, and who told it. */
    permit: ask(PermitCarryOut, CarryOut),
    reject: ask(RejectCarryOut, CarryOut),
    withdraw: ask(WithdrawCarryOut, CarryOut),
    /** Written down before the door; the medium is looked at right then. */
    goOut: ask(GoOut, CarryOut),
    remind: ask(Remind, CarryOut),
    /** 搬送先での消去. */
    recordErasure: ask(RecordErasure, CarryOut),
    confirmReturn: ask(ConfirmReturn, CarryOut),
    reportLost: ask(ReportCarryOutLost, CarryOut),
    list: ask(OfContract, z.array(CarryOut)),
    /** after how many hours an incident is drafted. */
    alarm: ask(OfContract, Alarm),
    setAlarm: ask(Alarm, Alarm),
  },
}
