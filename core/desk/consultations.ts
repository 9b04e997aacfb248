import { agreeConsultation, draftConsultation, listConsultations } from '../consultations/use.ts'
import type { consultations as asked } from '../contract/consultations.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const consultations = (world: World): DeskOf<typeof asked> => ({
  consultations: { list: ({ contractId }) => listConsultations(world, contractId), draft: (order) => draftConsultation(world, order), agree: (order) => agreeConsultation(world, order) },
})
