import * as z from 'zod'
import { IssuedDocument } from '../documents/document.ts'
import { Balance, DeliverItems, HandBack, ReturnItems } from '../settlement/settlement.ts'
import { CertifyWipes, IssueNotice } from '../wipes/certificate.ts'
import { DriveAbilities, DriveCommandProgress } from '../wipes/drive-commands.ts'
import { FilesProgress } from '../wipes/files.ts'
import { WipeProgress } from '../wipes/overwrite.ts'
import { ConfirmNotice, DisposalPlan, PlanDisposal, PlanId, RequestNotice, RequestWitness, WithdrawPlan } from '../wipes/plan.ts'
import { FilesSeen, FilesWiped, GiveCommand, LookAtFiles, RecordDestruction, RecordExternal, RunWipe, SaveSeed, VerifyWipe, Wipe, WipeFiles, WipeVault, Wiped } from '../wipes/wipe.ts'
import { ask, job } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Erasing, disposing and settlement (Art. 15). */
export const wipes = {
  disposals: {
    plan: ask(PlanDisposal, DisposalPlan),
    requestNotice: ask(RequestNotice, DisposalPlan),
    requestWitness: ask(RequestWitness, DisposalPlan),
    submitNotice: ask(z.object({ planId: PlanId }), DisposalPlan),
    confirmNotice: ask(ConfirmNotice, DisposalPlan),
    withdraw: ask(WithdrawPlan, DisposalPlan),
    list: ask(OfContract, z.array(DisposalPlan)),
    wipe: job(RunWipe, WipeProgress, Wiped),
    /** What files and folders of a plan hold now, and what stands in the way of wiping them. */
    lookAtFiles: job(LookAtFiles, FilesProgress, FilesSeen),
    wipeFiles: job(WipeFiles, FilesProgress, FilesWiped),
    /** The sealed files of items in the vault. */
    wipeVault: job(WipeVault, FilesProgress, FilesWiped),
    /** What a drive can be told to do to itself. */
    abilities: ask(z.object({ drivePath: z.string().min(1).max(1000) }), DriveAbilities),
    command: job(GiveCommand, DriveCommandProgress, Wiped),
    recordExternal: ask(RecordExternal, Wipe),
    recordDestruction: ask(RecordDestruction, Wipe),
    verify: job(VerifyWipe, WipeProgress, z.object({ outcome: z.enum(['verified', 'abandoned']), wipe: Wipe })),
    wipes: ask(OfContract, z.array(Wipe)),
    /** The seed of a verified erasure, for whoever reads the medium back elsewhere. */
    saveSeed: ask(SaveSeed, z.object({ paths: z.array(z.string()) })),
    /** 消去・廃棄届出書 (F-28), データ消去証明書 (F-30) or 物理破壊証明書 (F-31), 消去・廃棄報告書 (F-30): saved and shown as receipts are. */
    issueNotice: ask(IssueNotice, IssuedDocument),
    certify: ask(CertifyWipes, IssuedDocument),
    report: ask(CertifyWipes, IssuedDocument),
  },
  settlement: {
    /** What came in, how it ended, and what is still open. */
    balance: ask(OfContract, Balance),
    returnItems: ask(ReturnItems, HandBack),
    deliverItems: ask(DeliverItems, HandBack),
    handBacks: ask(OfContract, z.array(HandBack)),
  },
}
