import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConsistencyFile } from '../../core/city/witnessed.ts'
import type { Desk } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { MINUTE } from '../../core/time.ts'
import { realDisk } from '../../main/files/disk.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../../main/world.ts'
import { PASSWORD } from '../cast.ts'
import { cost } from '../main/vault/hanako.ts'
import { codesAgainst, refused } from '../refused.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'

const MIZUNO = { loginId: 'mizuno', password: PASSWORD }
let offices: TwoOffices
const opened: RealWorld[] = []
/** The contractor's desk as it was; and one on another machine, restored from the backup that was made after the first letter. */
let before: Desk
let restored: Desk
let restoredId = ''
let backup = ''
/** Issued after the backup, and known to the city. */
const lost: string[] = []

/** Backups are tried here, and not in a thread that takes seconds to begin. */
async function at(name: string): Promise<Desk> {
  const world = await openWorld({ home: offices.at(name), now: offices.now, viruses: noScanner, cost, backupDisk: { ...realDisk } })
  opened.push(world)
  return openDesk(world)
}
let folders = 0
async function letter(of: Desk): Promise<string> {
  offices.pass(MINUTE)
  const { id } = await of.forms.issue({ contractId: offices.ours, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  return ending((await of.documents.submit({ id, into: offices.at(`letter-${++folders}`) })).paths, '.json')
}
async function proof(of: Desk): Promise<string> {
  offices.pass(MINUTE)
  return (await of.answers.saveConsistency({ into: offices.at(`proof-${++folders}`) })).paths[0] ?? ''
}
const take = async (path: string) => (await offices.city.city.import({ paths: [path], cityReceiptNo: null, contractId: null }))[0]
const prove = (path: string) => offices.city.cityOffice.proveLedger({ contractId: offices.theirs, path })
const known = async () => (await offices.city.cityOffice.ledgersKnown({ contractId: offices.theirs }))[0]!
const cards = async () => (await offices.city.home.today()).cards.filter(({ leadsTo }) => leadsTo === 'knownLedgers').map(({ code }) => code)
/** The same file, otherwise. */
function changed(path: string, by: (file: ConsistencyFile) => object): string {
  const other = join(offices.at(`changed-${++folders}`), 'proof.txt')
  writeFileSync(other, JSON.stringify(by(JSON.parse(readFileSync(path, 'utf8')) as ConsistencyFile)))
  return other
}
const whyNot = async (path: string): Promise<unknown> => (await refused(prove(path))).map(({ code, facts }) => ('why' in facts ? facts.why : code))

beforeAll(async () => {
  offices = await twoOffices()
  await offices.worlds.contractor.close()
  before = await at('contractor')
  await before.vault.unlock(MIZUNO)
  expect(await take(await letter(before))).toMatchObject({ outcome: 'imported' })
  const made = await before.backup.make({ folder: offices.at('backups') })
  if (made.outcome !== 'made' || !made.backup.made) throw new Error(made.outcome)
  backup = made.backup.made.path
  for (let n = 0; n < 4; n++) lost.push(await letter(before))
  for (const path of lost) expect(await take(path)).toMatchObject({ outcome: 'imported' })
  await prove(await proof(before))

  restored = await at('another-machine')
  const done = await restored.backup.restore({ path: backup, opening: { kind: 'password', ...MIZUNO }, witness: null, confirmation: null })
  if (done.outcome !== 'restored') throw new Error(done.outcome)
  restoredId = done.restored.id
  await restored.vault.unlock(MIZUNO)
})
afterAll(async () => {
  for (const world of opened) await world.close()
  await offices.close()
})

test('a paper of a restored ledger is refused as a cut, restored or not', async () => {
  expect(await take(await letter(restored))).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: 'ledger-rolled-back' }] } })
  expect(await cards()).toEqual(['ledger-rolled-back'])
})

test('a restoring that admits fewer lost entries than the city knows of explains nothing, and is written down as a cut', async () => {
  const [objection] = await refused(prove(await proof(restored)))

  expect(objection).toMatchObject({ code: 'restoring-understated', article: '17①', facts: { told: 0 } })
  const facts = objection?.code === 'restoring-understated' ? objection.facts : null
  expect(facts?.gone).toBe(facts!.to - facts!.from + 1)
  expect((await known()).restorings).toEqual([])
  expect((await known()).contradictions.length).toBe(2)
})

test('once it admits them, the city sees what was lost by number, still takes nothing in, and has to decide', async () => {
  const held = (await known()).checkpoints
  const gone = held.filter(({ docNo, size }) => size > held[0]!.size && docNo !== '').length
  const to = held.at(-1)!.size
  const { entries } = (await restored.backup.state()).restored!.from
  expect(await codesAgainst(restored.backup.tellCity({ id: restoredId, cityRef: '森川様 電話', lost: -1 }))).toEqual(['restoring-admits-less'])
  await restored.backup.tellCity({ id: restoredId, cityRef: '森川様 12月7日 電話', lost: to - entries })
  // What was lost gave out numbers too (17-numbers-after-a-restoring).
  await restored.backup.continueNumbers({ id: restoredId, numbers: [], ground: '試験' })
  // Two entries as a letter makes two, so that no checkpoint of one line has the length of one of the other.
  await restored.backup.setPlan({ plan: null })
  expect(await codesAgainst(restored.backup.tellCity({ id: restoredId, cityRef: '森川様', lost: 1 }))).toEqual(['restoring-admits-less'])

  const seen = await prove(await proof(restored))

  expect(seen.restorings).toMatchObject([{ id: restoredId, keptTo: entries, toldLost: to - entries, cityRef: '森川様 12月7日 電話', provedTo: held[0]!.size, decided: null }])
  expect(seen.restorings[0]!.gone.filter(({ docNo }) => docNo !== '')).toHaveLength(gone)
  expect(seen.checkpoints).toEqual(held)
  expect(await cards()).toEqual(['ledger-restored'])
  expect(await take(await letter(restored))).toMatchObject({ outcome: 'refused' })
})

test('a telling that is changed, of another ledger, or left out softens nothing', async () => {
  const good = await proof(restored)
  const inEntry = (file: ConsistencyFile, from: string | RegExp, to: string) => ({ ...file, restorings: file.restorings.map((one) => ({ ...one, entry: one.entry.replace(from, to) })) })
  expect(await whyNot(changed(good, (file) => inEntry(file, /"lost":\d+/, '"lost":99999')))).toEqual(['restoring-forged'])
  expect(await whyNot(changed(good, (file) => inEntry(file, /"entries":\d+/, '"entries":1')))).toEqual(['restoring-forged'])
  expect(await whyNot(changed(good, (file) => ({ ...file, restorings: file.restorings.map((one) => ({ ...one, seq: one.seq - 1 })) })))).toEqual(['restoring-forged'])
  expect(await whyNot(changed(good, (file) => ({ ...file, restorings: file.restorings.map((one) => ({ ...one, proof: one.proof.slice(1) })) })))).toEqual(['restoring-forged'])
  // Signed by a key that is not the contractor's: the city's own will do.
  const foreign = JSON.parse(readFileSync((await offices.city.answers.saveConsistency({ into: offices.at('foreign') }).catch(async () => ({ paths: [await proof(before)] }))).paths[0]!, 'utf8')) as ConsistencyFile
  expect((await whyNot(changed(good, (file) => ({ ...file, checkpoint: foreign.checkpoint }))) as string[])[0]).toMatch(/^(not-theirs|restoring-forged)$/)
  expect(await whyNot(changed(good, (file) => ({ ...file, checkpoint: file.checkpoint.replace(/\n\d+\n/, '\n1\n') })))).toEqual(['not-theirs'])
  // Only the entry that was never told, without what admitted the loss.
  expect(await whyNot(changed(good, (file) => ({ ...file, restorings: file.restorings.slice(0, 1) })))).toEqual(['restoring-understated'])
  // No restoring at all; and no proof for what the backup kept.
  expect((await whyNot(changed(good, (file) => ({ ...file, restorings: [] }))) as string[])[0]).toMatch(/^(older|ledger-forked)$/)
  expect(await whyNot(changed(good, (file) => ({ ...file, proofs: [] })))).toEqual(['incomplete'])
  expect((await known()).restorings).toMatchObject([{ decided: null }])
  expect(await cards()).toEqual(['ledger-restored'])
})

test('kept refused, everything stays refused; accepted with a reason, the new line is held to its word and what was lost stays listed', async () => {
  const { origin, restorings: [one] } = await prove(await proof(restored))
  const order = { contractId: offices.theirs, origin, id: restoredId, checkpointSize: one!.checkpoint.size }
  const decide = offices.city.cityOffice.decideRestoring
  expect(await codesAgainst(decide({ ...order, decision: 'accepted', reason: ' ' }))).toEqual(['decision-without-reason'])
  expect(await codesAgainst(decide({ ...order, id: 'another', decision: 'accepted', reason: '電話' }))).toEqual(['nothing-found'])
  expect(await codesAgainst(decide({ ...order, checkpointSize: one!.checkpoint.size - 1, decision: 'accepted', reason: '電話' }))).toEqual(['nothing-found'])
  expect(await codesAgainst(restored.cityOffice.decideRestoring({ ...order, decision: 'accepted', reason: '自分で' }))).toEqual(['office-of-other-kind'])

  expect(await decide({ ...order, decision: 'kept-refused', reason: '説明を待つ' })).toMatchObject({ restorings: [{ decided: { decision: 'kept-refused', reason: '説明を待つ' } }] })
  const paper = await letter(restored)
  expect(await take(paper)).toMatchObject({ outcome: 'refused' })
  expect(await cards()).toEqual(['ledger-rolled-back'])

  const again = await prove(await proof(restored))
  expect(again.restorings).toMatchObject([{ decided: { decision: 'kept-refused' } }])
  const accepted = await decide({ ...order, checkpointSize: again.restorings[0]!.checkpoint.size, decision: 'accepted', reason: 'ディスクの故障。水野様から書面で説明を受けた。' })
  expect(accepted.restorings).toMatchObject([{ decided: { decision: 'accepted' }, gone: one!.gone }])
  expect(accepted.checkpoints.every(({ proved }) => proved)).toBe(true)
  expect(await cards()).toEqual([])
  expect(await codesAgainst(decide({ ...order, checkpointSize: again.restorings[0]!.checkpoint.size, decision: 'kept-refused', reason: 'やはり' }))).toEqual(['restoring-decided-already'])
  expect(await take(lost[0]!)).toMatchObject({ outcome: 'already' })
})

test('one restoring explains one loss: the line that was left, and a second cut, are forks as ever', async () => {
  await prove(await proof(restored))
  expect(await whyNot(await proof(before))).toEqual(['older'])
  for (let n = 0; n < 6; n++) await letter(before)
  expect(await whyNot(await proof(before))).toEqual(['incomplete'])

  const second = await at('a-second-time')
  await second.backup.restore({ path: backup, opening: { kind: 'password', ...MIZUNO }, witness: null, confirmation: null })
  await second.vault.unlock(MIZUNO)
  const told = JSON.parse(readFileSync(await proof(restored), 'utf8')) as ConsistencyFile
  const codes = await whyNot(changed(await proof(second), (file) => ({ ...file, restorings: told.restorings }))) as string[]
  expect(codes[0]).toBe('restoring-forged')
  expect(await whyNot(await proof(second))).toEqual(['restoring-understated'])
})
