import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'

/** Orders and reports that many rooms share. */
export const Nothing = z.void()
export const OfContract = z.object({ contractId: ContractId })
export const Counted = z.object({ done: z.number(), total: z.number() })
