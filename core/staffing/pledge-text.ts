import * as z from 'zod'
import { PersonId, Strokes } from '../people/person.ts'
import { Lines, Name, Path } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** Whom the pledge is given to: the city, or the contractor who answers for it. */
export const Addressee = z.enum(['市', '受託者'])

/** An edition of the 秘密保持誓約書 (F-08), never changed once it is there. It must say that the duty outlasts the contract (Art. 8①). */
export const PledgeText = z.object({ version: Name, title: Name, addressee: Addressee, body: Lines.refine((s) => s.length > 0, { error: 'empty' }), addedAt: Instant.nullable() })
export type PledgeText = z.infer<typeof PledgeText>
export const AddPledgeText = PledgeText.pick({ version: true, title: true, addressee: true, body: true })

/** On screen: the name typed by its bearer, and the signature drawn where a hand can draw it. */
export const SignOnScreen = z.object({ personId: PersonId, textVersion: Name, typedName: Name, strokes: Strokes })
export type SignOnScreen = z.infer<typeof SignOnScreen>
/** A paper with an autograph, scanned. */
export const KeepSignedPledge = z.object({ personId: PersonId, textVersion: Name, on: Day, path: Path })
/** 「誓約書等」: what was taken in place of a pledge, and why. */
export const PledgeInstead = z.object({ personId: PersonId, on: Day, what: Name, reason: Lines.refine((s) => s.length > 0, { error: 'empty' }) })
export const EndPledge = z.object({ personId: PersonId, how: z.enum(['撤回', '終了']), on: Day, reason: Lines.refine((s) => s.length > 0, { error: 'empty' }) })
