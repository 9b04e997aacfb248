import * as z from 'zod'
import { IssuedDocument, Verification } from '../documents/document.ts'
import { DocumentsExported, ExportDocuments, ReplacedCharacter } from '../documents/exporting.ts'
import { LetterForm } from '../documents/form-letter.ts'
import { ReviseDocument } from '../documents/revising.ts'
import { AdoptForm, ComposeForm, FormSetting, FormSettings, IssueForm, Numbering, OfferedForm, PreviewedForm } from '../forms/setting.ts'
import { CorrectableRow, Correction, CorrectRow } from '../corrections/correction.ts'
import { AcceptRequest, AnswerRequest, CityRequest, ReceiveRequest, WithdrawRequest } from '../requests/request.ts'
import { Path } from '../text.ts'
import { DecideProcedure, ReportingProcedure } from '../reports/procedure.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, OfContract } from './orders.ts'

/** Letters, their revisions, and what the city asked for (Art. 16, R-37). */
export const documents = {
  forms: {
    /** The letters that can be issued now, each with what it lacks and whether the city asked for it. */
    offered: ask(OfContract, z.array(OfferedForm)),
    /** As it would come out today: its facts, what is missing, and its PDF as a draft. */
    preview: ask(ComposeForm, PreviewedForm),
    issue: ask(IssueForm, IssuedDocument),
    /** The draft's PDF into a folder, to be looked at before it is issued. */
    saveDraft: ask(ComposeForm.extend({ into: Path }), z.object({ paths: z.array(z.string()) })),
    settings: ask(OfContract, FormSettings),
    /** A city's own form, addressee or both; null takes ours again. */
    adopt: ask(AdoptForm, FormSetting),
    numbering: ask(Numbering, FormSettings),
    /** Our own template as text, to be changed into a city's. */
    template: ask(z.object({ form: LetterForm }), z.object({ name: z.string(), text: z.string() })),
  },
  corrections: {
    /** A descriptive word of a row said anew; the old one stays in its history. */
    record: ask(CorrectRow, Correction),
    list: ask(CorrectRow.pick({ kind: true, id: true }), z.array(Correction)),
    /** What of a row may be said anew, as it stands there now. */
    words: ask(CorrectRow.pick({ kind: true, id: true }), CorrectableRow),
  },
  reports: {
    /** 報告手順 (Art. 16①). */
    decide: ask(DecideProcedure, ReportingProcedure),
    procedure: ask(OfContract, ReportingProcedure.nullable()),
  },
  requests: {
    receive: ask(ReceiveRequest, CityRequest),
    list: ask(OfContract, z.array(CityRequest)),
    /** Hands in an issued document: its files into a folder, and the day of it into the ledger. */
    answer: ask(AnswerRequest, z.object({ request: CityRequest, paths: z.array(z.string()) })),
    accept: ask(AcceptRequest, CityRequest),
    withdraw: ask(WithdrawRequest, CityRequest),
  },
  documents: {
    /** 訂正版 of what was issued, from what the office knows today. */
    correct: ask(ReviseDocument, IssuedDocument),
    /** 取消 of what was issued; it stays, and says that it no longer holds. */
    cancel: ask(ReviseDocument, IssuedDocument),
    /** Hands in what is handed in without being asked for. */
    submit: ask(z.object({ id: z.string().min(1).max(64), into: Path }), z.object({ document: IssuedDocument, paths: z.array(z.string()) })),
    /** Receipts or certificates of a contract as one CSV for a city's own systems (product §5.3). */
    export: ask(ExportDocuments, DocumentsExported),
    /** What CP932 lacks of it, before it is written. */
    checkExport: ask(ExportDocuments.pick({ contractId: true, what: true }), z.array(ReplacedCharacter)),
    /** The same of one document's CSV. */
    checkCp932: ask(z.object({ id: z.string().min(1).max(64) }), z.array(ReplacedCharacter)),
    /** Verifies without recording; `trust` adds PEM files or fingerprints to the registered keys. */
    verify: job(z.object({ paths: z.array(Path).min(1).max(10_000), trust: z.array(z.string().max(32_000)).max(100) }), Counted, z.array(Verification)),
  },
}
