import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from '../../core/contract.ts'
import type { Objection } from '../../core/refusal.ts'
import type { Instant } from '../../core/time.ts'
import { openRealDesk, type RealDesk } from '../../main/desk.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { keepFigures } from '../figures.ts'
import { designation, PASSWORD, readsTheSpecification, receiving, staffedOffice, type StaffedOffice } from '../cast.ts'
import { cost } from '../main/vault/hanako.ts'
import { refused } from '../refused.ts'
import { type Office, TEN_IN_THE_MORNING } from '../world.ts'
import { NO_SMALL_DISK, smallDisk } from './small-disk.ts'

const disk = smallDisk(40)
let now: Instant = TEN_IN_THE_MORNING
const figures = { 'refused on a full disk': 0, 'refused on a read-only disk': 0, 'done once there was room': 0, 'drafts left': 0, 'problems of the ledger': 0 }

describe.skipIf(!disk)(`a disk that is full or may not be written ${disk ? '' : `(${NO_SMALL_DISK})`}`, () => {
  const small = disk!
  let real: RealDesk
  let office: StaffedOffice
  let desk: Desk

  beforeAll(async () => {
    real = await openRealDesk({ home: small.at('home'), now: () => now, cost, viruses: noScanner })
    desk = real.desk
    office = await staffedOffice({ desk } as Office)
    writeFileSync(join(small.at('in'), 'R09.csv'), '番号,氏名\r\n1,見本 一郎\r\n'.repeat(4000))
  })
  afterAll(async () => {
    small.makeRoom()
    await real.close()
    small.remove()
    keepFigures('full disk', figures)
  })

  const received = async () => {
    const handover = await desk.handovers.designate(designation(office))
    return desk.handovers.receive(receiving(handover, office, [small.at('in')]))
  }
  let folders = 0
  const fresh = () => small.at('out', String(++folders))

  /** What each needs to have been done before, and then the writing itself. */
  const writings: Record<string, () => Promise<() => Promise<unknown>>> = {
    'an entry': async () => () => desk.media.takeStock({ sightings: [{ said: office.ourStick.no, place: 'C-2'.repeat(10) }], attendedBy: '大庭 健吾', remarks: '棚卸'.repeat(90) }),
    receiving: async () => {
      const handover = await desk.handovers.designate(designation(office))
      return () => desk.handovers.receive(receiving(handover, office, [small.at('in')]))
    },
    'a receipt': async () => {
      const got = await received()
      return () => desk.receipts.issue({ handoverId: got.outcome === 'received' ? got.handover.id : '' as never })
    },
    sealing: async () => {
      const got = await received()
      if (got.outcome !== 'received') throw new Error('nobody called it off')
      await desk.receipts.issue({ handoverId: got.handover.id })
      const into = fresh()
      return () => desk.packages.seal({ contractId: office.contract.id, itemIds: got.items.map(({ id }) => id), paths: [], into, namesHidden: true, level: 0 })
    },
    'the ledger as files': async () => {
      const into = join(fresh(), 'ledger')
      return () => desk.ledger.export({ into })
    },
    'a table as a file': async () => {
      const into = fresh()
      return () => desk.ledgers.export({ ledger: 'items', contractId: office.contract.id, search: '', filters: [], sort: null, format: 'xlsx', columns: [], into })
    },
    'an account': async () => {
      const [person] = (await desk.people.list()).filter(({ loginId }) => loginId === null)
      const id = person?.id ?? (await desk.people.register({ name: '新井 花', kana: 'アライ ハナ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['worker'] })).id
      return () => desk.people.giveAccount({ personId: id, loginId: `arai${++folders}`, password: PASSWORD })
    },
    'a backup': async () => {
      const folder = fresh()
      return () => desk.backup.make({ folder })
    },
  }

  const sound = async () => {
    const { problems } = await desk.ledger.verify(undefined)
    figures['problems of the ledger'] += problems.length
    expect(problems).toEqual([])
    figures['drafts left'] += small.drafts().length
    expect(small.drafts()).toEqual([])
  }

  test.each(Object.keys(writings))('%s: refused on a full disk with what to do, nothing of it lies there, and with room it is done', async (name) => {
    const write = await writings[name]!()
    const before = (await desk.ledger.entries({ from: 0, count: 1 })).size
    small.fill()
    const objections = await refused(write())
    expect(objections.map(whatFor), name).toEqual([expect.stringMatching(/disk-full/)])
    figures['refused on a full disk']++
    expect(await ended(small.at('out'))).toEqual([])

    small.makeRoom()
    await settle()
    const again = writings[name]!
    await (name === 'an entry' || name === 'an account' ? write() : (await again())())
    figures['done once there was room']++
    expect((await desk.ledger.entries({ from: 0, count: 1 })).size).toBeGreaterThanOrEqual(before)
    await sound()
    await clear()
  })

  // An entry goes into a file that is open.
  test.each(Object.keys(writings).filter((name) => name !== 'an entry'))('%s: refused where nothing may be written any more, and done when it may', async (name) => {
    const write = await writings[name]!()
    expect(small.readOnly(true)).toBe(true)
    const objections = await refused(write()).finally(() => small.readOnly(false))
    expect(objections.map(whatFor), name).toEqual([expect.stringMatching(/not-writable|read-only/)])
    figures['refused on a read-only disk']++
    expect(await ended(small.at('out'))).toEqual([])
    await settle()
    await (await writings[name]!())()
    figures['done once there was room']++
    expect(small.drafts()).toEqual([])
    await clear()
  })

  test('a home that may not be written is said to be just that, not damaged; and opens when it may', async () => {
    await desk.vault.lock()
    expect(small.readOnly(true)).toBe(true)
    const objections = await refused(desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })).finally(() => small.readOnly(false))
    expect(objections).toMatchObject([{ code: 'not-writable' }])
    figures['refused on a read-only disk']++
    await readsTheSpecification({ desk }, 'mizuno')
  })

  test('a desk whose disk is full can still be left, and entered when there is room', async () => {
    small.fill()
    await desk.vault.lock().catch(() => {})
    expect((await desk.vault.status()).state).toBe('locked')
    small.makeRoom()
    await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    await sound()
  })

  /** What was begun and could not be ended is a question; it is answered before the same is done anew. */
  async function settle(): Promise<void> {
    for (const { subjectId } of (await desk.home.today()).cards.filter(({ kind }) => kind === 'question')) await desk.home.settle({ id: subjectId ?? '' })
  }

  /** Makes room for the next: what was written out is no part of the office. */
  async function clear(): Promise<void> {
    rmSync(small.at('out'), { recursive: true, force: true })
    now = (now + 60_000) as Instant
  }
})

/** The code, or where a code has several reasons, its reason. */
const whatFor = ({ code, facts }: Objection): string => ('what' in facts ? `${code} ${String(facts.what)}` : code)

/** Files that lie under a folder. */
async function ended(folder: string): Promise<string[]> {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map(({ name }) => name)
}
