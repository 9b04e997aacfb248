import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Name, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { numberShapes, serviceClasses } from './carriers.ts'

/** One line of the table of services, as one contract has it. */
export const ServiceLine = z.object({
  carrier: Name,
  service: Name,
  class: z.enum(serviceClasses),
  letters: z.boolean(),
  facts: z.object({ accepted: z.boolean(), traced: z.boolean(), byHand: z.boolean(), liable: z.boolean() }),
  number: z.enum(numberShapes),
  /** Weekdays until it should have arrived. */
  days: z.number().int().min(1).max(30),
  note: Text,
  /** The carrier's page, with `{n}` for the number; null: the carrier's usual one. */
  page: z.string().max(500).nullable(),
})
export type ServiceLine = z.infer<typeof ServiceLine>

/** What a contract has laid down beside or instead of the usual table, and on whose word. */
export const ContractService = ServiceLine.extend({ contractId: ContractId, exception: Exception, by: PersonId, at: Instant })
export type ContractService = z.infer<typeof ContractService>

/** A service as it counts for a contract; `laidDown` is null where the usual table stands. */
export const ListedService = ServiceLine.extend({ laidDown: z.object({ cityRef: z.string(), reason: z.string(), at: Instant }).nullable(), agreedRef: z.string().nullable() })
export type ListedService = z.infer<typeof ListedService>

/** The agreement's number, the reason and a second person stand behind every change of the table. */
export const LayDownService = z.object({ contractId: ContractId, service: ServiceLine, exception: ExceptionOrder })
export type LayDownService = z.infer<typeof LayDownService>

export const serviceKey = (contractId: string, carrier: string, service: string): string => `${contractId} ${carrier} ${service}`
