import { draftIncident, type IncidentFacts } from '../incidents/incident.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { draftsOfLoss } from '../media/loss-incidents.ts'
import type { Loss } from '../media/medium.ts'
import type { PersonId } from '../people/person.ts'
import type { Instant } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { World } from '../world.ts'
import type { CarryOut } from './carry-out.ts'
import { encryptionWords } from './words.ts'

/** R-10: so long overdue that nobody can tell where it is. Noticed by the machine, at `now`. */
export function factsOfOverdue(carryOut: CarryOut, now: Instant, hours: number): IncidentFacts {
  const { reminders, dueAt, out, destination } = carryOut
  const reminded = reminders.length === 0 ? '督促の記録はありません。' : `督促は${reminders.length}回、最後は${warekiTime(reminders.at(-1)?.at ?? now)}です。`
  return {
    ...commonTo(carryOut), kind: 'carry-out-overdue', foundAt: now, foundBy: null, place: destination,
    circumstances: `${out ? `${warekiTime(out.at)}に持ち出し、` : ''}返却期限の${warekiTime(dueAt)}から${hours}時間を過ぎても返却の記録がありません。${reminded}`,
  }
}

/** 紛失, as whoever noticed it says. */
export function factsOfLoss(carryOut: CarryOut, { foundAt, place, circumstances }: { foundAt: Instant; place: string; circumstances: string }, foundBy: PersonId): IncidentFacts {
  return { ...commonTo(carryOut), kind: carryOut.kind === 'medium' ? 'medium-lost' : 'document-lost', foundAt, foundBy, place, circumstances }
}

function commonTo({ id, no, contractId, content, medium, quantity, items, records, personalInfo, myNumber, encryption, protection }: CarryOut): Pick<IncidentFacts, 'contractId' | 'subjectId' | 'subject' | 'content' | 'items' | 'records' | 'personalInfo' | 'myNumber' | 'encryption' | 'keyCustody'> {
  return {
    contractId, subjectId: id, subject: no, content: `${content}${medium === null ? `（紙、${quantity}点）` : `（${medium}）`}`, items, records, personalInfo, myNumber,
    encryption: encryptionWords({ encryption, protection }),
    keyCustody: encryption.length === 0 ? '' : encryption.every(({ envelope }) => envelope)
      ? '鍵は受取人の証明書でだけ開く封筒に入れており、パスフレーズはありません。'
      : 'パスフレーズは Azukari に保存していません。媒体に封をしていないファイルがないことを、持出の直前に確かめました。',
  }
}

/** A medium that is reported lost: a carry-out that it is out on ends there, and incidents are drafted with what is known, one for each contract. */
export function lostOnTheWay(world: World, reading: Reading, loss: Loss): EntryBody[] {
  const { medium, foundAt, place, circumstances, by, at } = loss
  const out = reading.list('carry-out').filter((one) => one.medium === medium && one.state === 'out')
  return [
    ...out.flatMap((one): EntryBody[] => [
      { type: 'carry-out-lost', data: { carryOutId: one.id, lost: { foundAt, place, circumstances, by, at } } },
      ...draftIncident(world, reading, factsOfLoss(one, { foundAt, place, circumstances }, by)),
    ]),
    ...draftsOfLoss(world, reading, loss, out.map(({ contractId }) => contractId)),
  ]
}
