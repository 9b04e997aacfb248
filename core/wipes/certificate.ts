import * as z from 'zod'
import { Text } from '../text.ts'
import { PlanId } from './plan.ts'
import { WipeId } from './wipe.ts'

/** 届出書の発行 (F-28). */
export const IssueNotice = z.object({ planId: PlanId })
export type IssueNotice = z.infer<typeof IssueNotice>

/** Erasures of one contract on one document. `sealNo`: of the 消去済 seals put on them; `thirdPartyNo`: of a third party's certificate; '' where there is none. */
export const CertifyWipes = z.object({ wipeIds: z.array(WipeId).min(1).max(200), sealNo: Text.pipe(z.string().max(200)), thirdPartyNo: Text.pipe(z.string().max(200)) })
export type CertifyWipes = z.infer<typeof CertifyWipes>
