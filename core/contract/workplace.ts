import * as z from 'zod'
import { AgreeDemarcation, ContractOfWork } from '../contracts/contract-of-work.ts'
import { CheckDevice, DeviceCheck, LookedAt } from '../devices/check.ts'
import { Device, MoveDevice, RecogniseDevice, RegisterDevice, RetireDevice } from '../devices/device.ts'
import { LeakProne, ListLeakProne } from '../devices/leak-prone.ts'
import { ChangePlace, DecidePlace, Place, RegisterPlace, RetirePlace, SubmitPlaces } from '../places/place.ts'
import { EmergencyPlan, RegisterEmergencyPlan } from '../workplace/emergency-plan.ts'
import { Here, SayPlace } from '../workplace/here.ts'
import { Readiness, StartWork } from '../workplace/start.ts'
import { ask } from '../wire/operation.ts'
import { Nothing, OfContract } from './orders.ts'

/** Work locations, devices and the start of work (Art. 6, 11(10), 18②). */
export const workplace = {
  places: {
    register: ask(RegisterPlace, Place),
    /** The place as it will be from a day on. */
    change: ask(ChangePlace, Place),
    submit: ask(SubmitPlaces, z.array(Place)),
    decide: ask(DecidePlace, Place),
    retire: ask(RetirePlace, Place),
    list: ask(OfContract, z.array(Place)),
  },
  devices: {
    register: ask(RegisterDevice, Device),
    move: ask(MoveDevice, Device),
    /** This machine is the device of the register. */
    recognise: ask(RecogniseDevice, Device),
    retire: ask(RetireDevice, Device),
    list: ask(Nothing, z.array(Device)),
    /** What this machine says of itself. */
    look: ask(Nothing, LookedAt),
    check: ask(CheckDevice, DeviceCheck),
    checks: ask(Nothing, z.array(DeviceCheck)),
    leakProne: ask(Nothing, z.array(LeakProne)),
    changeLeakProne: ask(ListLeakProne, z.array(LeakProne)),
  },
  workplace: {
    /** What still stands against the start of work, line by line. */
    readiness: ask(StartWork, Readiness),
    start: ask(StartWork, ContractOfWork),
    /** Where someone with a portable device works from now on. */
    workAt: ask(SayPlace, Here),
    here: ask(Nothing, Here),
    registerEmergencyPlan: ask(RegisterEmergencyPlan, EmergencyPlan),
    emergencyPlan: ask(OfContract, EmergencyPlan.nullable()),
    agreeDemarcation: ask(AgreeDemarcation, ContractOfWork),
  },
}
