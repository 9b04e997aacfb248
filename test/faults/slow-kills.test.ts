import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sized } from '../campaign.ts'
import { PASSWORD } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { loopDevice, MARKER, noLoopDevices } from '../main/wiping/loop-device.ts'
import { namesIn, nothingWrong, type Wrong } from './after-a-kill.ts'
import { type Bundle, bundleVictim } from './bundle.ts'
import { type Came, type Campaign, killAgainAndAgain, type Row } from './kill-campaign.ts'
import { makeOffices, type Offices } from './offices.ts'
import type { Words } from './programs/talk.ts'
import { seeded } from './seeded.ts'
import type { Victim } from './victim.ts'

const DOCUMENTS = 12
let bundle: Bundle
let offices: Offices
beforeAll(async () => {
  bundle = await bundleVictim()
  offices = await makeOffices(DOCUMENTS)
})
afterAll(() => {
  bundle?.remove()
  offices?.remove()
})

/** A kill at any moment of this: nothing acknowledged is lost or contradicted, no file is partial, what was begun is asked, and the desk goes on. */
async function survives(name: string, campaign: Omit<Campaign, 'home' | 'loginId'> & Partial<Pick<Campaign, 'home' | 'loginId'>>): Promise<void> {
  const { seed, random } = seeded(name)
  const { starts, wrong, ...counts } = await killAgainAndAgain({ home: offices.contractor, loginId: 'mizuno', ...campaign }, { bundle, shelf: offices.shelf, random })
  expect({ seed, ...wrong }).toEqual({ seed, ...nothingWrong() })
  expect(counts.kills).toBeGreaterThanOrEqual(campaign.kills)
  const sorted = starts.toSorted((a, b) => a - b)
  const slowest = Math.round(sorted.at(-1) ?? 0)
  expect(slowest).toBeLessThan(30_000)
  keepFigures(`kills-${name}`, { seed, ...counts, lost: 0, contradicted: 0, partial: 0, startMedian: Math.round(sorted[sorted.length >> 1] ?? 0), startSlowest: slowest })
}

const kills = (small: number, full: number): number => Number(process.env['AZUKARI_KILLS'] ?? sized(small, full))
const received = () => ({ in: `${offices.shelf}/in` })
const nothing = () => ({})
/** Every second home is cut into volumes. */
const inVolumes = (row: Row): Words => ({ volumes: row.number % 2 === 1 ? '65536' : '', out: row.at('out'), stick: row.at('stick') })

describe('killed at any moment, the office loses nothing', () => {
  test('while several clerks write into the ledger', () => survives('append', { deed: 'append', kills: kills(70, 600), inOneHome: 20, words: nothing }))
  test('while a start after a kill is killed', () => survives('start', { deed: 'append', kills: kills(30, 300), inOneHome: 20, words: nothing, killsStart: true }))
  test('while a folder of the city is received', () => survives('receive', { deed: 'receive', kills: kills(45, 400), inOneHome: 12, words: received }))
  test('while a package is sealed, whole or in volumes', () => survives('seal', { deed: 'seal', kills: kills(45, 500), inOneHome: 10, words: inVolumes }))
  test('while a package is written to a medium, whole or in volumes', () => survives('write', { deed: 'write', kills: kills(45, 500), inOneHome: 10, words: inVolumes }))
  test('while files are wiped', () => survives('wipe-files', { deed: 'wipeFiles', loginId: 'oba', kills: kills(25, 300), inOneHome: 10, words: (row) => ({ work: row.at('work') }), afterwards: filesWiped }))
  test.skipIf(noLoopDevices !== null)('while a medium is wiped, the engine or the desk', () => survives('wipe-medium', {
    deed: 'wipeMedium', loginId: 'oba', kills: kills(25, 300), inOneHome: 10, onRealDrives: true, killsEngine: true, mayRefuse: /^(wipe-not-begun|drive-not-wipeable)/, furnish: attachMedium, afterwards: mediumWiped, answers: (row, id) => row.notes['resume'] === id,
    words: ({ notes }) => ({ serial: notes['serial'] ?? '', device: notes['device'] ?? '', resume: notes['resume'] ?? '' }),
  }))
  test('while the city takes documents in', () => survives('import', { deed: 'import', home: offices.city, loginId: 'morikawa', kills: kills(30, 300), inOneHome: DOCUMENTS, words: (_row, step) => ({ in: offices.documents[step % DOCUMENTS] ?? '' }) }))
  test('while a document is issued and saved', () => survives('issue', { deed: 'issue', kills: kills(25, 300), inOneHome: 10, words: (row) => ({ ...received(), out: row.at('out') }) }))
  test('while a password is changed', () => survives('password', {
    deed: 'changePassword', kills: kills(30, 400), inOneHome: 20, words: ({ notes }, step) => ({ current: notes['current'] ?? PASSWORD, next: notes['next'] = `${PASSWORD}-${step}` }), afterwards: passwordIsOneOfTwo,
    passwords: ({ notes }) => (notes['next'] === undefined ? [PASSWORD] : [notes['next'], notes['current'] ?? PASSWORD]),
  }))
  test('while an account is given and suspended', () => survives('accounts', { deed: 'accounts', kills: kills(20, 300), inOneHome: 15, words: (_row, step) => ({ next: `${PASSWORD}-${step}` }) }))
  test('while a vault is made', () => survives('create', { deed: 'create', home: null, loginId: ({ home }) => (existsSync(join(home, 'vault')) ? 'mizuno' : null), kills: kills(12, 200), inOneHome: 1, words: () => ({ password: PASSWORD }), mayRefuse: /^vault-exists/, afterwards: vaultIsWholeOrNone }))
  test('while what screens read is made anew', () => survives('rebuild', { deed: 'rebuild', kills: kills(15, 200), inOneHome: 20, words: nothing }))
  test('while backups are made and old ones removed', () => survives('backup', { deed: 'backup', kills: kills(30, 300), inOneHome: 10, words: (row) => ({ work: row.at('work') }) }))
  test('while a vault is restored over another', () => survives('restore', { deed: 'restore', kills: kills(30, 300), inOneHome: 10, startsAnew: true, loginId: ({ home }) => (existsSync(join(home, 'vault')) ? 'mizuno' : null), words: () => ({ backup: offices.backup, password: PASSWORD }) }))
  test('while ledgers and evidence are saved for others', () => survives('exports', { deed: 'exports', kills: kills(15, 200), inOneHome: 10, words: (row) => ({ out: row.at('out') }) }))
})

/** What the ledger calls wiped is gone; and a wipe that was cut off is called nothing of the kind. */
function filesWiped({ memory, at, notes }: Row, _victim: Victim, came: Came, wrong: Wrong): void {
  const wipes = memory.entries.filter(({ type }) => type === 'wipe-ended')
  const passed = wipes.filter(({ data }) => JSON.stringify(data).includes('"end":"whole"'))
  const folders = readdirSync(at('work'))
  if (folders.length + passed.length > Number(notes['steps'] ?? 0) + 1) wrong.files.push(`${passed.length} were wiped whole, and ${folders.join()} still lie there`)
  if (came !== null) notes['steps'] = String(Number(notes['steps'] ?? 0) + 1)
}

const MEDIUM_BYTES = 4 << 20
function attachMedium({ notes }: Row): () => void {
  const { path, file, remove } = loopDevice(MEDIUM_BYTES)
  Object.assign(notes, { device: path, file, serial: `image:${statSync(file).ino}:${file}` })
  return remove
}

/** A medium that passed holds nothing of what it held. It is filled anew for the next; every second time the same wipe goes on. */
function mediumWiped({ memory, notes, random }: Row, victim: Victim, came: Came, wrong: Wrong): void {
  const file = notes['file'] ?? ''
  const last = memory.entries.filter(({ type }) => /^wipe-(begun|ended|abandoned|resumed|not-begun)$/.test(type)).at(-1)
  // It was filled anew since an end that was seen before.
  const passed = last?.type === 'wipe-ended' && String(last.seq) !== notes['seen'] && JSON.stringify(last.data).includes('"result":"合格"')
  if (passed && readFileSync(file).includes(MARKER)) wrong.files.push('a medium passed that still holds what it held')
  if (came === 'done' && last?.type !== 'wipe-ended' && last?.type !== 'wipe-not-begun') wrong.questions.push(`a wipe was answered, and the ledger ends it with ${last?.type}`)
  notes['seen'] = String(last?.seq)
  const [open] = victim.open.questions
  notes['resume'] = open !== undefined && random() < 0.5 ? open : ''
  if (notes['resume'] !== '') return
  const medium = openSync(file, 'r+')
  for (let at = 0; at < MEDIUM_BYTES; at += 1 << 20) writeSync(medium, MARKER, 0, undefined, at)
  closeSync(medium)
}

function passwordIsOneOfTwo({ notes }: Row, victim: Victim, came: Came, wrong: Wrong): void {
  if (notes['next'] === undefined) return
  if (came === 'done' && victim.open.password !== 0) wrong.lost.push('a password that was changed')
  if (victim.open.password === 0) notes['current'] = notes['next']
}

function vaultIsWholeOrNone({ home }: Row, victim: Victim, came: Came, wrong: Wrong): void {
  const names = existsSync(home) ? namesIn(home).whole : []
  if (names.some((name) => name !== 'vault')) wrong.files.push(names.join())
  if (came === 'done' && (victim.open.password === -1 || namesIn(home).drafts > 0)) wrong.lost.push(`a vault that was made, or drafts of it are left: ${readdirSync(home).join()}`)
}
