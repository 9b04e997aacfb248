import { answerApplication, listAnswers, nextApprovalNo, saveAnswer } from '../city/answering.ts'
import { counterSignImported } from '../city/counter-signing.ts'
import { decideRestoring } from '../city/deciding-restoring.ts'
import { designateHandover, listDesignations, withdrawDesignation } from '../city/designating.ts'
import { numberings, setNumbering } from '../city/numbers.ts'
import { saveSettlement } from '../city/saving-settlement.ts'
import { citySettlement } from '../city/settlement.ts'
import { proveLedger } from '../city/proving-ledger.ts'
import { listKnownLedgers, saveConsistency } from '../city/witnessing.ts'
import type { cityOffice as asked } from '../contract/city-office.ts'
import { listAnswersTaken, takeAnswers } from '../documents/taking-answers.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const cityOffice = (world: World): DeskOf<typeof asked> => ({
  cityOffice: {
    numberings: () => numberings(world),
    setNumbering: (order) => setNumbering(world, order),
    designate: (order) => designateHandover(world, order),
    designations: ({ contractId }) => listDesignations(world, contractId),
    withdrawDesignation: (order) => withdrawDesignation(world, order),
    answer: (order) => answerApplication(world, order),
    nextApprovalNo: (order) => nextApprovalNo(world, order),
    answers: ({ contractId }) => listAnswers(world, contractId),
    saveAnswer: (order) => saveAnswer(world, order),
    counterSign: (order) => counterSignImported(world, order),
    settlement: (order) => citySettlement(world, order),
    saveSettlement: (order, how) => saveSettlement(world, order, how),
    ledgersKnown: ({ contractId }) => listKnownLedgers(world, contractId),
    proveLedger: (order) => proveLedger(world, order),
    decideRestoring: (order) => decideRestoring(world, order),
  },
  answers: {
    take: (order) => takeAnswers(world, order),
    list: ({ contractId }) => listAnswersTaken(world, contractId),
    saveConsistency: (order) => saveConsistency(world, order),
  },
})
