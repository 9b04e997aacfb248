import * as z from 'zod'
import { CityRef, Lines, Secret } from '../text.ts'
import { PersonId } from './person.ts'

/** EXC: the city's number, the reason, and who besides the clerk stood behind it. */
export const Exception = z.object({ cityRef: CityRef, reason: Lines.refine((s) => s.length > 0), secondPerson: PersonId })
export type Exception = z.infer<typeof Exception>

/** A second person who confirms, by ID and password, at the same desk. */
export const CoSigner = z.object({ loginId: z.string().min(1).max(64), password: Secret, code: z.string().max(40).optional() })
export type CoSigner = z.infer<typeof CoSigner>
/** What a clerk enters to go on in spite of a rule that allows exceptions. */
export const ExceptionOrder = z.object({ cityRef: CityRef, reason: Lines.refine((s) => s.length > 0), second: CoSigner })
export type ExceptionOrder = z.infer<typeof ExceptionOrder>
