import { activeContract, contractNamed } from '../contracts/use.ts'
import type { CustodyReceipt } from '../documents/records.ts'
import type { ListedFile } from '../handovers/handover.ts'
import { asCompared } from '../handovers/rules.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { instantOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import { warekiTime } from '../words/dates.ts'
import type { World } from '../world.ts'
import type { DesignateHandover, Designation, Mismatch } from './designation.ts'
import type { SettledReceipt } from './settling.ts'

/**
 * 受渡しの指定 (Art. 14), as the city lays it down for itself: means, hour, place, and its own list of what goes. Files that lie on this machine
 * are counted and hashed here. Refuses an empty list, and one name twice.
 */
export async function designateHandover(world: World, { paths, items: listed, ...said }: DesignateHandover): Promise<Designation> {
  const items = [...listed, ...await hashed(world, paths)]
  const id = world.newId()
  const { personId } = signedIn(world)
  if (items.length === 0) throw refusal('designation-empty', '14', null, {})
  const twice = items.find(({ name }, i) => items.findIndex((other) => asCompared(other.name) === asCompared(name)) !== i)
  if (twice) throw refusal('designated-twice', '14', null, { name: twice.name })
  return record(world, (reading) => {
    const contract = activeContract(reading, said.contractId)
    const no = `H-${contract.shortNo}-${String((reading.get('series', `designation:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const designation: Designation = { ...said, id, no, items, designatedBy: personId, recordedAt: world.now(), withdrawn: null }
    return { entries: [{ type: 'city-designated', data: { designation } }], answer: () => designation }
  })
}

/** 取りやめ. */
export const withdrawDesignation = (world: World, { designationId, reason }: { designationId: string; reason: string }): Promise<Designation> => record(world, (reading) => {
  const designation = designationNamed(reading, designationId)
  if (designation.withdrawn) throw refusal('state-does-not-allow', '14', null, { is: 'withdrawn', act: 'withdraw' })
  return { entries: [{ type: 'designation-withdrawn', data: { designationId, withdrawn: { reason, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => designationNamed(after, designationId) }
})

export const listDesignations = (world: World, contractId: string): Promise<Designation[]> =>
  look(world, (reading) => reading.list('designation', contractNamed(reading, contractId).id).sort((a, b) => a.recordedAt - b.recordedAt))

/** The designation that a receipt says it follows (the same hour), and every way in which it does not; null where nothing was designated. */
export function comparedWith(reading: Reading, contractId: string, receipt: CustodyReceipt): SettledReceipt['designation'] {
  const at = instantOf(receipt.handover.designated.at)
  const designation = reading.list('designation', contractId).filter(({ withdrawn }) => withdrawn === null).find((one) => one.at === at)
  return designation ? { id: designation.id, no: designation.no, mismatches: mismatches(designation, receipt) } : null
}

/** Item by item: what is missing, what nobody designated, and what differs in count, size or content; then means, place and medium. */
export function mismatches(designation: Designation, { handover, medium, items }: CustodyReceipt): Mismatch[] {
  const { designated, actual, exception, difference } = handover
  const moved = exception?.cityRef ?? ''
  const noted = difference?.cityRef ?? ''
  const differ = (what: Mismatch['what'], of: string, said: string, got: string, consent: string): Mismatch[] => (sameWords(said, got) ? [] : [{ what, item: of, designated: said, received: got, consent }])
  const serial = designation.medium?.serial ?? ''
  return [
    ...differ('means', '', designation.means, designated.means, ''), ...differ('place', '', designation.place, designated.place, ''),
    ...differ('means', '', designation.means, actual.means, moved), ...differ('place', '', designation.place, actual.place, moved),
    ...differ('time', '', warekiTime(designation.at).slice(0, -3), warekiTime(instantOf(actual.at)).slice(0, -3), moved),
    ...(serial === '' ? [] : differ('medium', '', serial, medium?.serial ?? '', '')),
    ...designation.items.flatMap((listed) => ofItem(listed, items.find(({ name }) => asCompared(name) === asCompared(listed.name)), noted)),
    ...items.filter(({ name }) => !designation.items.some((listed) => asCompared(listed.name) === asCompared(name))).map(({ name }): Mismatch => ({ what: 'item-not-designated', item: name, designated: '', received: name, consent: noted })),
  ]
}

function ofItem(listed: ListedFile, got: CustodyReceipt['items'][number] | undefined, consent: string): Mismatch[] {
  if (!got) return [{ what: 'item-missing', item: listed.name, designated: listed.name, received: '', consent }]
  return (['count', 'size', 'sha256'] as const).filter((what) => listed[what] !== null && listed[what] !== got[what])
    .map((what) => ({ what, item: listed.name, designated: String(listed[what]), received: String(got[what] ?? ''), consent }))
}

async function hashed(world: World, paths: readonly string[]): Promise<ListedFile[]> {
  if (paths.length === 0) return []
  const { found, troubles } = await world.files.find(paths)
  const [trouble] = troubles
  if (trouble) throw refusal('file-unreadable', '14', null, { path: trouble.path })
  return Promise.all(found.map(async ({ path, name }): Promise<ListedFile> => {
    const read = await world.files.sha256(path)
    if (!read) throw refusal('file-unreadable', '14', null, { path })
    return { name, count: null, size: read.size, sha256: read.sha256 }
  }))
}

function designationNamed(reading: Reading, id: string): Designation {
  const designation = reading.get('designation', id)
  if (!designation) throw refusal('nothing-found', null, null, { what: 'designation', id })
  return designation
}
