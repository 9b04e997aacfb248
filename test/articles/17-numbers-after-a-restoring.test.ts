import { afterAll, beforeAll, expect, test } from 'vitest'
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
const stick = { no: null, type: 'USBメモリ' as const, capacityBytes: 16e9, serial: 'S-1', maker: '', model: '', owner: '乙' as const, ownerNo: '', storagePlace: '保管庫', lockType: '金庫', keyHolder: '大庭' }
let offices: TwoOffices
const opened: RealWorld[] = []
let before: Desk
let backup = ''
let witness = ''
/** Issued after the backup, and known to the city under ひ-R8-002 to -004. */
const lost: string[] = []

/** Backups are tried here, and not in a thread that takes seconds to begin. */
async function at(name: string): Promise<Desk> {
  const world = await openWorld({ home: offices.at(name), now: offices.now, viruses: noScanner, cost, backupDisk: { ...realDisk } })
  opened.push(world)
  return openDesk(world)
}
let folders = 0
const fresh = (name: string): string => offices.at(`${name}-${++folders}`)
const issue = (of: Desk) => of.forms.issue({ contractId: offices.ours, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
async function letter(of: Desk): Promise<{ id: string; docNo: string; path: string }> {
  offices.pass(MINUTE)
  const { id, docNo } = await issue(of)
  return { id, docNo, path: await handIn(of, id) }
}
const handIn = async (of: Desk, id: string): Promise<string> => ending((await of.documents.submit({ id, into: fresh('letter') })).paths, '.json')
async function proof(of: Desk): Promise<string> {
  offices.pass(MINUTE)
  return (await of.answers.saveConsistency({ into: fresh('proof') })).paths[0] ?? ''
}
const take = async (path: string) => (await offices.city.city.import({ paths: [path], cityReceiptNo: `R8税収${++folders}`, contractId: null }))[0]

beforeAll(async () => {
  offices = await twoOffices()
  await offices.worlds.contractor.close()
  before = await at('contractor')
  await before.vault.unlock(MIZUNO)
  expect(await take((await letter(before)).path)).toMatchObject({ outcome: 'imported' })
  const made = await before.backup.make({ folder: offices.at('backups') })
  if (made.outcome !== 'made' || !made.backup.made) throw new Error(made.outcome)
  backup = made.backup.made.path
  for (let n = 0; n < 3; n++) lost.push((await letter(before)).path)
  for (const path of lost) expect(await take(path)).toMatchObject({ outcome: 'imported' })
  witness = await proof(before)
})
afterAll(async () => {
  for (const world of opened) await world.close()
  await offices.close()
})

test('a restored ledger that is known to have lost entries gives no number until somebody says which were given, and goes on behind them', async () => {
  const desk = await at('known-to-be-short')
  const order = { path: backup, opening: { kind: 'password' as const, ...MIZUNO }, witness }
  const [behind] = await refused(desk.backup.restore({ ...order, confirmation: null }))
  const done = await desk.backup.restore({ ...order, confirmation: behind?.code === 'backup-behind' ? behind.facts.confirmation : '' })
  if (done.outcome !== 'restored') throw new Error(done.outcome)
  await desk.vault.unlock(MIZUNO)
  const { id } = done.restored

  expect((await refused(issue(desk)))[0]).toMatchObject({ code: 'numbers-unsaid', facts: { entries: done.restored.from.entries } })
  expect(await codesAgainst(desk.media.register(stick))).toContain('numbers-unsaid')
  expect((await desk.home.today()).cards.map(({ code }) => code)).toContain('numbers-unsaid')
  expect((await desk.backup.state()).numbers).toEqual({ owed: true, last: ['ひ-R8-001'] })

  const say = (numbers: string[], of = id) => desk.backup.continueNumbers({ id: of, numbers, ground: '市の収受簿と媒体のラベル' })
  expect((await refused(say(['ひ-R8-004', 'A-R9-999-001', '四番'])))[0]).toMatchObject({ code: 'numbers-of-no-series', facts: { numbers: 'A-R9-999-001、四番' } })
  expect(await codesAgainst(say([], 'another'))).toEqual(['restoring-unknown'])
  expect((await desk.backup.state()).numbers.owed).toBe(true)

  expect((await say(['ひ-R8-004', 'MED-2026-0007', 'A-R8-017-012'])).numbers.owed).toBe(false)

  expect((await letter(desk)).docNo).toBe('ひ-R8-005')
  expect((await desk.media.register(stick)).no).toBe('MED-2026-0008')
  expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('numbers-unsaid')
  const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
  expect(entries.find(({ type }) => type === 'numbers-continued')).toMatchObject({ data: { restoringId: id, numbers: ['ひ-R8-004', 'MED-2026-0007', 'A-R8-017-012'], from: 'word' } })

  // More is lost than was known: it is asked anew, and that none were given is an answer too.
  await desk.backup.tellCity({ id, cityRef: '森川様', lost: done.restored.missing + 1 })
  expect(await codesAgainst(issue(desk))).toEqual(['numbers-unsaid'])
  await say([])
  expect((await letter(desk)).docNo).toBe('ひ-R8-006')
})

test('where nothing told of a loss, the city refuses a number that it holds, says what to do, and its acknowledgement mends the numbering', async () => {
  const desk = await at('knows-of-nothing')
  const done = await desk.backup.restore({ path: backup, opening: { kind: 'password', ...MIZUNO }, witness: null, confirmation: null })
  if (done.outcome !== 'restored') throw new Error(done.outcome)
  await desk.vault.unlock(MIZUNO)
  const twice = await letter(desk)
  expect(twice.docNo).toBe('ひ-R8-002')
  expect(await take(twice.path)).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: 'ledger-rolled-back' }] } })

  await acceptTheNewLine(desk, done.restored.id, done.restored.from.entries)

  expect(await take(twice.path)).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: 'number-taken', facts: { docNo: 'ひ-R8-002' } }] } })
  // Nor is it the one that the city holds when its next revision takes back what nobody has taken in.
  offices.pass(MINUTE)
  const { id: cancelled } = await desk.documents.cancel({ id: twice.id, reason: '同じ番号の文書が既にあるため' })
  expect(await take(await handIn(desk, cancelled))).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: 'number-taken', facts: { docNo: 'ひ-R8-002' } }] } })
  expect((await offices.city.city.imported({ contractId: offices.theirs })).filter(({ docNo }) => docNo === 'ひ-R8-002')).toMatchObject([{ revision: 1, supersededBy: null }])

  const held = (await offices.city.city.imported({ contractId: offices.theirs })).filter(({ docNo }) => docNo === 'ひ-R8-004')
  const { paths } = await offices.city.city.acknowledge({ importedId: held[0]!.id, into: fresh('acknowledgement') })
  const taken = await desk.answers.take({ paths: [ending(paths, '.json')] })
  expect(taken).toMatchObject({ answers: [], acknowledged: [], held: ['ひ-R8-004'] })
  const size = (await desk.backup.state()).entries
  await desk.answers.take({ paths: [ending(paths, '.json')] })
  expect((await desk.backup.state()).entries).toBe(size)

  await desk.backup.continueNumbers({ id: done.restored.id, numbers: [], ground: '市の収受通知で足りる' })
  const next = await letter(desk)
  expect(next.docNo).toBe('ひ-R8-005')
  expect(await take(next.path)).toMatchObject({ outcome: 'imported' })
  // At the desk that wrote it, the same paper acknowledges what it names.
  expect(await before.answers.take({ paths: [ending(paths, '.json')] })).toMatchObject({ acknowledged: [{ docNo: 'ひ-R8-004' }], held: [] })
})

/** The contractor admits what is lost, and the city accepts the new line. */
async function acceptTheNewLine(desk: Desk, id: string, kept: number): Promise<void> {
  const held = (await offices.city.cityOffice.ledgersKnown({ contractId: offices.theirs }))[0]!.checkpoints
  await desk.backup.tellCity({ id, cityRef: '森川様 電話', lost: held.at(-1)!.size - kept })
  const seen = await offices.city.cityOffice.proveLedger({ contractId: offices.theirs, path: await proof(desk) })
  const one = seen.restorings.find((restoring) => restoring.id === id)!
  await offices.city.cityOffice.decideRestoring({ contractId: offices.theirs, origin: seen.origin, id, checkpointSize: one.checkpoint.size, decision: 'accepted', reason: 'ディスクの故障' })
}
