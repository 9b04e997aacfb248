import { auditForm } from '../audits/form-facts.ts'
import { carryOutForm } from '../carryouts/form-facts.ts'
import { consultationForm } from '../consultations/form-facts.ts'
import { certificationsForm, specificationChangeForm, specificationsForm } from '../contracts/form-facts.ts'
import type { LetterForm } from '../documents/form-letter.ts'
import { deviceChecksForm } from '../devices/form-facts.ts'
import { custodyForm } from '../custody/form-facts.ts'
import { faxForm } from '../faxes/form-facts.ts'
import { incidentForm } from '../incidents/form-facts.ts'
import { mediaRegisterForm, stockTakeForm } from '../media/form-facts.ts'
import { placesForm } from '../places/form-facts.ts'
import { provisionForm } from '../provisions/form-facts.ts'
import { procedureForm, statusReportForm } from '../reports/form-facts.ts'
import { remainderForm, returnForm } from '../settlement/form-facts.ts'
import { inspectionForm, subcontractForm } from '../subcontracts/form-facts.ts'
import { accountsForm, cardsForm, organisationForm, pledgeForm, rosterForm, selfCheckForm, trainingForm } from '../staffing/form-facts.ts'
import { emergencyPlanForm } from '../workplace/form-facts.ts'
import type { FormSource } from './form.ts'

/** Where the facts of each form come from: one line a form (`form.ts` tells how). A form that is not here is not offered. */
const all: readonly FormSource[] = [
  specificationsForm, certificationsForm, specificationChangeForm, organisationForm, rosterForm, selfCheckForm, cardsForm, trainingForm, pledgeForm, accountsForm,
  carryOutForm,
  placesForm, deviceChecksForm,
  mediaRegisterForm, stockTakeForm, returnForm, remainderForm,
  subcontractForm, inspectionForm, faxForm, custodyForm, provisionForm,
  procedureForm, statusReportForm, emergencyPlanForm, incidentForm, auditForm, consultationForm,
]

export const sources: ReadonlyMap<LetterForm, FormSource> = new Map(all.map((source) => [source.form, source]))
