import { draftIncident, type IncidentFacts } from '../incidents/incident.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { sealedFacts } from '../mailings/sealed-facts.ts'
import type { World } from '../world.ts'
import type { Loss } from './medium.ts'
import { knownOn, recordsOf } from './on-medium.ts'

/**
 * 媒体の紛失 (Art. 18①): the draft of an incident for each contract whose information is known to have been on the medium; none where none is known. `but`: a
 * contract whose incident is drafted already, of the carry-out that the medium was lost on.
 */
export function draftsOfLoss(world: World, reading: Reading, loss: Loss, but: readonly string[] = []): EntryBody[] {
  const { sealed, loose } = knownOn(reading, loss.medium)
  const contracts = new Set([...loose, ...sealed].map(({ contractId }) => contractId as IncidentFacts['contractId']).filter((id) => !but.includes(id)))
  return [...contracts].flatMap((contractId) => draftIncident(world, reading, factsOf(reading, loss, contractId)))
}

function factsOf(reading: Reading, { id, medium, foundAt, by, place, circumstances }: Loss, contractId: IncidentFacts['contractId']): IncidentFacts {
  const { sealed, loose, items } = knownOn(reading, medium, contractId)
  const packages = sealed.map((one) => one.id)
  const { encryption, keyCustody } = sealedFacts(reading, packages, '', null)
  const bare = loose.length === 0 ? '' : `受領したままの${loose.length}点は、暗号化の記録がありません`
  return {
    contractId, kind: 'medium-lost', subjectId: id, subject: medium, foundAt, foundBy: by, place, packages, itemIds: items.map((item) => item.id),
    circumstances: `${circumstances}\n媒体にあった情報は、台帳にある受領・書込み・送付からの最大です。`.trim(),
    content: [`媒体${medium}`, ...new Set(items.map(({ infoKind }) => infoKind))].join('、').slice(0, 1000), items: items.length, records: recordsOf(items),
    personalInfo: items.some(({ personalInfo }) => personalInfo), myNumber: items.some(({ myNumber }) => myNumber),
    encryption: [encryption, bare].filter((words) => words !== '').join('。'), keyCustody,
  }
}
