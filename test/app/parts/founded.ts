import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aobano, hikari, mizuno, morikawa, oba, PASSWORD, recipient, taxContract } from '../../../cli/demo/people.ts'
import { startWork } from '../../../cli/demo/workplace.ts'
import type { Desk } from '../../../core/contract.ts'
import type { OpenContract } from '../../../core/contracts/contract-of-work.ts'
import type { Day } from '../../../core/time.ts'
import type { Office } from '../launch.ts'
import { deskBehind } from './behind-the-page.ts'
import { giveId } from '../../../cli/demo/own-password.ts'

/**
 * Two offices that work together already, with the day being today: contract open on both sides, keys exchanged, Mizuno and Oba educated and
 * pledged. Oba, who keeps the media, sits at the contractor's window; Morikawa at the city's.
 */
export async function foundBoth(contractor: Office, city: Office, table: string): Promise<void> {
  const [ours, theirs] = [deskBehind(contractor.page), deskBehind(city.page)]
  await ours.vault.create({ organisation: hikari, administrator: mizuno })
  await theirs.vault.create({ organisation: aobano, administrator: { ...morikawa, roles: ['cityOfficer', 'cityManager'] } })
  const order = contractFrom(today)
  const contract = await ours.contracts.open(order)
  await ours.contracts.addRecipient({ contractId: contract.id, recipient, exception: null })
  const cityContract = await theirs.contracts.open({ ...order, contractor: hikari.name })

  const notices = join(table, 'key-notices')
  mkdirSync(notices)
  await theirs.contracts.registerKey({ contractId: cityContract.id, ...await toldByTelephone(ours, notices) })
  await ours.contracts.registerKey({ contractId: contract.id, ...await toldByTelephone(theirs, notices) })

  const keeper = await ours.people.register(oba)
  const people = await ours.people.list()
  await ours.people.recordTraining({ personIds: people.map(({ id }) => id), training: { on: today, title: '情報セキュリティ研修', trainer: mizuno.name, method: '集合研修', score: 100, textSha256: null } })
  for (const { id } of people) await ours.people.signPledge({ personId: id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(ours, contract, today)
  await giveId(ours, { personId: keeper.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  await ours.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await ours.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
  writeFileSync(join(table, 'root.pem'), (await ours.vault.publicKeys()).rootPem)
  await Promise.all([contractor.page.reload(), city.page.reload()])
}

async function toldByTelephone(desk: Desk, into: string): Promise<{ path: string; checkedBy: '電話'; fingerprintHeard: string; toldBy: string }> {
  const { paths } = await desk.vault.saveKeyNotice({ into })
  const { checkWords } = await desk.vault.publicKeys()
  return { path: paths.find((path) => path.endsWith('.json')) ?? '', checkedBy: '電話', fingerprintHeard: checkWords.join(' '), toldBy: '電話口の担当者' }
}

/** By Japan's calendar. */
export const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10) as Day

export function contractFrom(day: Day): OpenContract {
  const sha256 = createHash('sha256').update('特記仕様書').digest('hex')
  const until = new Date(Date.parse(day) + 120 * 86_400_000).toISOString().slice(0, 10) as Day
  return { ...taxContract({ title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: 'tokki-shiyosho-v1.0.txt', sha256, agreedOn: day }), periodFrom: day, periodTo: until }
}
