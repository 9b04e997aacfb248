import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { MediumNo } from './medium.ts'

/** 差異: not there, in another place than the register says, there although it should not be, or not in the register at all. */
export const StockFinding = z.object({ kind: z.enum(['missing', 'elsewhere', 'should-be-away', 'unregistered']), medium: MediumNo.nullable(), said: z.string(), expected: z.string(), found: z.string() })
export type StockFinding = z.infer<typeof StockFinding>

/** F-16 棚卸記録 (Art. 11(5)): what lay there on a day, against what the register says. */
export const StockTake = z.object({
  id: z.string(), no: z.string(), at: Instant, by: PersonId, attendedBy: Text, remarks: Lines,
  expected: z.number().int(), seen: z.array(z.object({ medium: MediumNo, place: z.string() })), findings: z.array(StockFinding),
})
export type StockTake = z.infer<typeof StockTake>

/** Each sighting is a number or a serial, scanned or ticked, and the place where it lay. */
export const TakeStock = z.object({ sightings: z.array(z.object({ said: Name, place: Text })).max(10_000), attendedBy: Text, remarks: Lines })
export type TakeStock = z.infer<typeof TakeStock>
