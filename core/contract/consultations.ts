import * as z from 'zod'
import { AgreeConsultation, Consultation, DraftConsultation } from '../consultations/consultation.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** 協議 (Art. 22). */
export const consultations = {
  consultations: { list: ask(OfContract, z.array(Consultation)), draft: ask(DraftConsultation, Consultation), agree: ask(AgreeConsultation, Consultation) },
}
