import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveId } from '../../cli/demo/own-password.ts'
import type { Desk } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { MINUTE } from '../../core/time.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../../main/world.ts'
import { PASSWORD, takahashi, taxContract } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { cost } from '../main/vault/hanako.ts'
import { codeOf } from '../main/vault/telephone.ts'
import { refused } from '../refused.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'
import { figuresOf } from './figures-of.ts'
import { type Walk, walking } from './real-walk.ts'
import { leftOut } from './walked.ts'
import { counting } from './world-calls.ts'

/** A telephone is lost, then a disk: what gets people and ledgers back, with every call of it failing in its turn. */
const counted = counting()
const MIZUNO = { loginId: 'mizuno', password: PASSWORD }
let offices: TwoOffices
/** The contractor as it was, the city, and the machine onto which the contractor's backup is restored. */
let [before, theirs, after]: Walk[] = []
let another: RealWorld
let restored: Desk
let backup = ''
let folders = 0

beforeAll(async () => {
  offices = await twoOffices()
  const { at, worlds } = offices
  const folder = join(at('contractor'), '..')
  another = await openWorld({ home: at('another-machine'), now: offices.now, viruses: noScanner, cost, idleClock: () => 0 })
  restored = openDesk(another)
  const enters = (world: RealWorld, loginId: string) => async (): Promise<void> => { if ((await world.vault.status()).state === 'locked') await world.vault.unlock(loginId, PASSWORD) }
  before = walking({ world: worlds.contractor, home: at('contractor'), folder, others: ['city', 'another-machine'], enter: enters(worlds.contractor, 'mizuno') }, counted)
  theirs = walking({ world: worlds.city, home: at('city'), folder, others: ['contractor', 'another-machine'], enter: enters(worlds.city, 'nishizono') }, counted)
  after = walking({ world: another, home: at('another-machine'), folder, others: ['contractor', 'city'], enter: enters(another, 'mizuno') }, counted)
})
afterAll(async () => {
  await another.close()
  await offices.close()
  if (counted.contradictions.size === 0) keepFigures('world-calls-after-a-loss', figuresOf(counted))
})

const nothingFound = (): void => expect([...counted.contradictions]).toEqual([])
async function letter(of: Desk): Promise<string> {
  offices.pass(MINUTE)
  const { id } = await of.forms.issue({ contractId: offices.ours, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  return ending((await of.documents.submit({ id, into: offices.at(`letter-${++folders}`) })).paths, '.json')
}
async function proof(of: Desk): Promise<string> {
  offices.pass(MINUTE)
  return (await of.answers.saveConsistency({ into: offices.at(`proof-${++folders}`) })).paths[0] ?? ''
}

test('the key of a city is registered, and the second factor of somebody else removed, whatever fails meanwhile', async () => {
  const { contractor, city, at } = offices
  const { id: contractId } = await contractor.contracts.open({ ...taxContract, contractNo: 'R8-福-003', shortNo: 'R8-003' })
  const { paths } = await city.vault.saveKeyNotice({ into: at('city-keys') })
  const { fingerprint } = await city.vault.publicKeys()
  await before!('contracts', 'registerKey', { input: { contractId, path: ending(paths, '.json'), checkedBy: '書面', toldBy: '', fingerprintHeard: fingerprint } })

  const { id: personId } = await contractor.people.register(takahashi)
  await giveId(contractor, { personId, loginId: 'takahashi', password: PASSWORD }, MIZUNO)
  await contractor.vault.unlock({ loginId: 'takahashi', password: PASSWORD })
  const { key } = await contractor.vault.offerFactor({ password: PASSWORD })
  await contractor.vault.setFactor({ code: codeOf(key, offices.now()) })
  await contractor.vault.unlock(MIZUNO)
  await before!('people', 'removeFactor', { input: { personId, reason: '電話の紛失' } })
  expect(await contractor.vault.unlock({ loginId: 'takahashi', password: PASSWORD })).toMatchObject({ state: 'open' })
  await contractor.vault.unlock(MIZUNO)
  nothingFound()
})

test('a damaged ledger is rescued, whatever fails meanwhile', async () => {
  const { contractor, city, at, theirs: contractId } = offices
  await city.city.import({ paths: [await letter(contractor)], cityReceiptNo: null, contractId: null })
  const made = await contractor.backup.make({ folder: at('backups') })
  backup = made.outcome === 'made' ? made.backup.made?.path ?? '' : ''
  // Issued after the backup, and known to the city.
  for (let n = 0; n < 3; n++) await city.city.import({ paths: [await letter(contractor)], cityReceiptNo: null, contractId: null })
  await city.cityOffice.proveLedger({ contractId, path: await proof(contractor) })

  await contractor.vault.lock()
  damage(join(at('contractor'), 'vault/vault.db'))
  await before!('vault', 'rescue', { signedIn: false, input: { ...MIZUNO, into: join(at('rescued'), 'ledger') } })
  nothingFound()
})

test('a backup is restored where nothing is, and over a vault that knows more, whatever fails meanwhile', async () => {
  const order = { path: backup, opening: { kind: 'password' as const, ...MIZUNO }, witness: null, confirmation: null }
  const done = await after!('backup', 'restore', { signedIn: false, input: order })
  expect(done).toMatchObject({ outcome: 'restored', restored: { movedAside: null } })

  await restored.vault.unlock(MIZUNO)
  await letter(restored)
  await restored.vault.lock()
  const [objection] = await refused(restored.backup.restore(order))
  const confirmation = objection?.code === 'backup-behind' ? objection.facts.confirmation : ''
  const { entries } = done.outcome === 'restored' ? done.restored.from : { entries: 0 }
  const again = await after!('backup', 'restore', { signedIn: false, from: entries, input: { ...order, confirmation } })
  expect(again).toMatchObject({ outcome: 'restored', restored: { confirmation, movedAside: expect.stringMatching(/^vault-before-/) as string } })
  nothingFound()
})

test('the city is told of a restoring and decides on it, whatever fails meanwhile', async () => {
  const contractId = offices.theirs
  await restored.vault.unlock(MIZUNO)
  const { restored: said, entries } = await restored.backup.state()
  const [known] = await offices.city.cityOffice.ledgersKnown({ contractId })
  const lost = known!.checkpoints.at(-1)!.size - said!.from.entries
  expect(lost).toBeGreaterThan(0)
  expect(entries).toBeGreaterThan(said!.from.entries)
  const told = { id: said!.id, cityRef: '森川様 12月7日 電話', lost }
  await after!('backup', 'tellCity', { input: told })
  await after!('backup', 'continueNumbers', { input: { id: said!.id, numbers: [], ground: '控えと市の台帳' } })

  const path = await proof(restored)
  const { origin, restorings: [one] } = await theirs!('cityOffice', 'proveLedger', { input: { contractId, path } })
  const order = { contractId, origin, id: said!.id, checkpointSize: one!.checkpoint.size }
  await theirs!('cityOffice', 'decideRestoring', { input: { ...order, decision: 'kept-refused', reason: '説明を待つ' } })
  const accepted = await theirs!('cityOffice', 'decideRestoring', { input: { ...order, decision: 'accepted', reason: 'ディスクの故障' } })
  expect(accepted.restorings).toMatchObject([{ decided: { decision: 'accepted' } }])
  nothingFound()
})

test('nothing is left out for which this walk answers', () => {
  expect(leftOut('after a loss', counted)).toEqual([])
})

/** A page in the middle loses what it held. */
function damage(database: string): void {
  const file = openSync(database, 'r+')
  writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(statSync(database).size / 8192) * 4096)
  closeSync(file)
}
