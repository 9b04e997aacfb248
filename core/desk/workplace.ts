import { checkDevice, lookAtMachine } from '../devices/checking.ts'
import { changeLeakProne, listChecks, listDevices, listLeakProne, moveDevice, recogniseDevice, registerDevice, retireDevice } from '../devices/use.ts'
import { changePlace, decidePlace, listPlaces, registerPlace, retirePlace, submitPlaces } from '../places/use.ts'
import { agreeDemarcation, emergencyPlanOf, here, readiness, registerEmergencyPlan, sayPlace, startWork } from '../workplace/use.ts'
import type { workplace as asked } from '../contract/workplace.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const workplace = (world: World): DeskOf<typeof asked> => ({
  places: {
    register: (order) => registerPlace(world, order),
    change: (order) => changePlace(world, order),
    submit: (order) => submitPlaces(world, order),
    decide: (order) => decidePlace(world, order),
    retire: (order) => retirePlace(world, order),
    list: ({ contractId }) => listPlaces(world, contractId),
  },
  devices: {
    register: (order) => registerDevice(world, order),
    move: (order) => moveDevice(world, order),
    recognise: (order) => recogniseDevice(world, order),
    retire: (order) => retireDevice(world, order),
    list: () => listDevices(world),
    look: () => lookAtMachine(world),
    check: (order) => checkDevice(world, order),
    checks: () => listChecks(world),
    leakProne: () => listLeakProne(world),
    changeLeakProne: (order) => changeLeakProne(world, order),
  },
  workplace: {
    readiness: (order) => readiness(world, order),
    start: (order) => startWork(world, order),
    workAt: (order) => sayPlace(world, order),
    here: () => here(world),
    registerEmergencyPlan: (order) => registerEmergencyPlan(world, order),
    emergencyPlan: (order) => emergencyPlanOf(world, order),
    agreeDemarcation: (order) => agreeDemarcation(world, order),
  },
})
