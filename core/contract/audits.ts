import * as z from 'zod'
import { AnswerInAudit, AskInAudit, Audit, BeginAudit, CloseAudit, ConfirmFinding, CorrectFinding, FindInAudit, HoldAudit } from '../audits/audit.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** 監査対応 (Art. 17). */
export const audits = {
  audits: {
    list: ask(OfContract, z.array(Audit)),
    /** 通知, or somebody at the door. */
    begin: ask(BeginAudit, Audit),
    /** 実施. */
    hold: ask(HoldAudit, Audit),
    /** 17②: what the city asks to see, to hear, or to be done. */
    ask: ask(AskInAudit, Audit),
    /** 提示: documents by their numbers, or what was said and done. */
    answer: ask(AnswerInAudit, Audit),
    /** 指摘. */
    find: ask(FindInAudit, Audit),
    /** 是正. */
    correct: ask(CorrectFinding, Audit),
    /** 確認, by somebody else. */
    confirm: ask(ConfirmFinding, Audit),
    /** 完了; the audit's freezes end with it. */
    close: ask(CloseAudit, Audit),
  },
}
