import { confirmReturn, recordErasure, remind, reportCarryOutLost } from '../carryouts/coming-back.ts'
import { goOut } from '../carryouts/going-out.ts'
import { alarmOf, applyCarryOut, approveCarryOut, listCarryOuts, permitCarryOut, rejectCarryOut, setAlarm, withdrawCarryOut } from '../carryouts/use.ts'
import type { carryouts as asked } from '../contract/carryouts.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const carryouts = (world: World): DeskOf<typeof asked> => ({
  carryOuts: {
    apply: (order) => applyCarryOut(world, order), approve: (order) => approveCarryOut(world, order), permit: (order) => permitCarryOut(world, order), reject: (order) => rejectCarryOut(world, order), withdraw: (order) => withdrawCarryOut(world, order),
    goOut: (order) => goOut(world, order), remind: (order) => remind(world, order), recordErasure: (order) => recordErasure(world, order), confirmReturn: (order) => confirmReturn(world, order), reportLost: (order) => reportCarryOutLost(world, order),
    list: ({ contractId }) => listCarryOuts(world, contractId), alarm: ({ contractId }) => alarmOf(world, contractId), setAlarm: (order) => setAlarm(world, order),
  },
})
