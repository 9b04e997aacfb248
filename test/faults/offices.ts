import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openRealDesk } from '../../main/desk.ts'
import { designation, hikari, PASSWORD, receiving, staffedOffice, taxContract } from '../cast.ts'
import { cost } from '../main/vault/hanako.ts'
import { type Office, TEN_IN_THE_MORNING } from '../world.ts'

/** Homes that are made once, and copied for each row of kills. */
export interface Offices {
  shelf: string
  /** A contractor with files under a receipt and a sealed package. Mizuno and Oba may come in. */
  contractor: string
  /** A city that believes that contractor, and folders with documents of which it has seen none. */
  city: string
  documents: string[]
  /** Of the contractor's vault. */
  backup: string
  remove(): void
}

const MORIKAWA = { name: '森川 奏', kana: 'モリカワ', title: '', email: 'm@city.example', tel: '', loginId: 'morikawa', password: PASSWORD, roles: ['cityOfficer' as const] }

/** `documents`: how many folders of documents the city is to be handed. */
export async function makeOffices(documents: number): Promise<Offices> {
  const shelf = mkdtempSync(join(tmpdir(), 'azukari-kills-'))
  const at = (...names: string[]): string => { const path = join(shelf, ...names); mkdirSync(path, { recursive: true }); return path }
  cityFiles(at('in'))
  const contractor = join(shelf, 'contractor')
  const { desk, close } = await openRealDesk({ home: contractor, now: () => TEN_IN_THE_MORNING, cost, viruses: noScanner })
  const office = await staffedOffice({ desk } as Office)
  const handed: string[] = []
  for (let n = 0; n < documents; n++) {
    const handover = await desk.handovers.designate(designation(office))
    await desk.handovers.receive(receiving(handover, office, [join(shelf, 'in')]))
    const { id } = await desk.receipts.issue({ handoverId: handover.id })
    handed.push(at('documents', String(n)))
    await desk.receipts.save({ id, into: handed.at(-1) as string })
  }
  const items = await desk.packages.items({ contractId: office.contract.id })
  const sealed = await desk.packages.seal({ contractId: office.contract.id, itemIds: items.slice(0, 4).map(({ id }) => id), paths: [], into: at('sealed'), namesHidden: true, level: 0 })
  if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
  const { paths } = await desk.vault.saveKeyNotice({ into: at('keys') })
  const { fingerprint } = await desk.vault.publicKeys()
  const made = await desk.backup.make({ folder: at('backup') })
  if (made.outcome !== 'made') throw new Error('nobody called it off')
  await close()
  await makeCity(join(shelf, 'city'), paths.find((path) => path.endsWith('.json')) as string, fingerprint)
  return { shelf, contractor, city: join(shelf, 'city'), documents: handed, backup: made.backup.made?.path ?? '', remove: () => rmSync(shelf, { recursive: true, force: true }) }
}

async function makeCity(home: string, notice: string, fingerprint: string): Promise<void> {
  const { desk, close } = await openRealDesk({ home, now: () => TEN_IN_THE_MORNING, cost, viruses: noScanner })
  await desk.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator: MORIKAWA })
  const { id: contractId } = await desk.contracts.open({ ...taxContract, contractor: hikari.name })
  await desk.contracts.registerKey({ contractId, path: notice, checkedBy: '電話', toldBy: '水野 灯里', fingerprintHeard: fingerprint })
  await close()
}

/** Four files, the largest of a few hundred kilobytes that nothing compresses: several volumes, many blocks. */
export function cityFiles(folder: string): void {
  let seed = 1
  const noise = Buffer.alloc(300_000).map(() => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >>> 16)
  writeFileSync(join(folder, '図面.jpg'), noise)
  writeFileSync(join(folder, '宛名.csv'), '番号,氏名\r\n1,見本 一郎\r\n'.repeat(2000))
  writeFileSync(join(folder, '空.txt'), '')
  writeFileSync(join(folder, 'README.txt'), 'three lines\n')
}

/** A home of its own for a row of kills, with the folders that its deeds need. */
export function copyOf(home: string | null, shelf: string): { folder: string; home: string; at: (name: string) => string } {
  const folder = mkdtempSync(join(shelf, 'row-'))
  if (home !== null) cpSync(home, join(folder, 'home'), { recursive: true })
  for (const name of ['out', 'stick', 'work']) mkdirSync(join(folder, name))
  return { folder, home: join(folder, 'home'), at: (name) => join(folder, name) }
}
