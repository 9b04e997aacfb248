import { correctRow, listCorrections, readCorrectable } from '../corrections/use.ts'
import { checkCp932, checkExport, exportDocuments } from '../documents/exporting.ts'
import { cancelDocument, correctDocument } from '../documents/revising.ts'
import { adoptForm, formSettings, setNumbering, templateText } from '../forms/adopting.ts'
import { issueForm, offeredForms, previewForm, saveDraft } from '../forms/use.ts'
import { acceptRequest, answerRequest, listRequests, receiveRequest, submitDocument, withdrawRequest } from '../requests/use.ts'
import { verifyDocuments } from '../ledger/use.ts'
import { decideProcedure, procedureOf } from '../reports/use.ts'
import type { documents as asked } from '../contract/documents.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const documents = (world: World): DeskOf<typeof asked> => ({
  forms: {
    offered: ({ contractId }) => offeredForms(world, contractId),
    preview: (order) => previewForm(world, order),
    issue: (order) => issueForm(world, order),
    saveDraft: (order) => saveDraft(world, order),
    settings: ({ contractId }) => formSettings(world, contractId),
    adopt: (order) => adoptForm(world, order),
    numbering: (order) => setNumbering(world, order),
    template: async ({ form }) => templateText(form),
  },
  corrections: { record: (order) => correctRow(world, order), list: (order) => listCorrections(world, order), words: (order) => readCorrectable(world, order) },
  reports: { decide: (order) => decideProcedure(world, order), procedure: (order) => procedureOf(world, order) },
  requests: {
    receive: (order) => receiveRequest(world, order),
    list: ({ contractId }) => listRequests(world, contractId),
    answer: (order) => answerRequest(world, order),
    accept: (order) => acceptRequest(world, order),
    withdraw: (order) => withdrawRequest(world, order),
  },
  documents: { correct: (order) => correctDocument(world, order), cancel: (order) => cancelDocument(world, order), submit: (order) => submitDocument(world, order), export: (order) => exportDocuments(world, order), checkExport: (order) => checkExport(world, order), checkCp932: (order) => checkCp932(world, order), verify: (order, how) => verifyDocuments(world, order, how) },
})
