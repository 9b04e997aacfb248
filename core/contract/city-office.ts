import * as z from 'zod'
import { AnswerApplication, Answered, AnswerTaken } from '../city/answer.ts'
import { DesignateHandover, Designation, WithdrawDesignation } from '../city/designation.ts'
import { CityNumbering, CityNumberings } from '../city/numbers.ts'
import { SaveSettlement } from '../city/saving-settlement.ts'
import { CitySettlement } from '../city/settling.ts'
import { DecideRestoring, WitnessedLedger } from '../city/witnessed.ts'
import { ContractId } from '../contracts/contract-of-work.ts'
import { IssuedDocument } from '../documents/document.ts'
import { LedgerExported } from '../ledgers/page.ts'
import { Path } from '../text.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, Nothing, OfContract } from './orders.ts'

const Id = z.string().min(1).max(64)
const Saved = z.object({ paths: z.array(z.string()) })

/** The city's office (Art. 6①, 9②, 11(2), 14, 15): what it designates, answers, settles and witnesses. */
export const cityOffice = {
  cityOffice: {
    /** 番号の付け方: 収受番号 and 承認番号. */
    numberings: ask(Nothing, CityNumberings),
    setNumbering: ask(CityNumbering, CityNumberings),
    /** 受渡しの指定 (Art. 14). */
    designate: ask(DesignateHandover, Designation),
    designations: ask(OfContract, z.array(Designation)),
    withdrawDesignation: ask(WithdrawDesignation, Designation),
    /** 回答: a signed C-02 under the city's own number. */
    answer: ask(AnswerApplication, Answered),
    nextApprovalNo: ask(z.object({ importedId: Id }), z.object({ no: z.string().nullable() })),
    answers: ask(OfContract, z.array(Answered)),
    saveAnswer: ask(z.object({ answeredId: Id, into: Path }), Saved),
    /** 収受 by the city's signature in the contractor's PDF. */
    counterSign: ask(z.object({ importedId: Id, path: Path.nullable(), into: Path }), Saved),
    /** 精算, from imported documents alone. */
    settlement: ask(OfContract, CitySettlement),
    saveSettlement: job(SaveSettlement, Counted, LedgerExported),
    /** What is known of the contractor's ledger (evidence §8). */
    ledgersKnown: ask(OfContract, z.array(WitnessedLedger)),
    proveLedger: ask(z.object({ contractId: ContractId, path: Path }), WitnessedLedger),
    /** A contractor's ledger was restored: accepted as the continuation, or refused as before. */
    decideRestoring: ask(DecideRestoring, WitnessedLedger),
  },
  /** The city's answers, where they arrive. */
  answers: {
    /** Whatever came back from the city: answers (C-02), 収受通知 (C-01), and PDFs with the city's signature in them. */
    take: ask(z.object({ paths: z.array(Path).min(1).max(100) }), z.object({ answers: z.array(AnswerTaken), acknowledged: z.array(IssuedDocument), held: z.array(z.string()) })),
    list: ask(OfContract, z.array(AnswerTaken)),
    /** 台帳の整合証明 into a folder, for the city. */
    saveConsistency: ask(z.object({ into: Path }), Saved),
  },
}
