import { describe, expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Desk } from '../../core/contract.ts'
import { packingCheck, ATENA, designation, parcel, receivedFiles, receiptedFiles, receiving, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { failingAt } from '../failing-world.ts'
import { stick } from '../paper-machine.ts'

/** Lets every act of the world fail in its turn, each in an office of its own, and looks at what is left after each. Every operation: test/faults/world-calls.ts. */
async function everyActFails(prepare: (office: StaffedOffice) => Promise<(desk: Desk) => Promise<unknown>>, check: (office: StaffedOffice) => Promise<void>): Promise<number> {
  const morning = await staffedOffice()
  const act = await prepare(morning)
  for (let n = 1; ; n++) {
    const own = morning.world.fork()
    const office = { ...morning, world: own, desk: openDesk(own) }
    const world = failingAt(n, own)
    const error = await act(openDesk(world)).then(() => null, (e: unknown) => e)
    await check(office)
    if (!world.failed) {
      // The round in which nothing fails has to come to its end, or the rounds before it proved nothing.
      expect(error).toBeNull()
      return n
    }
    expect(n).toBeLessThan(200)
  }
}

const types = async ({ world }: StaffedOffice) => (await world.ledger.entries(0, 1000)).map(({ type }) => type)
const kept = async ({ world }: StaffedOffice) => (await world.ledger.read()).reading

describe('whatever fails, the ledger never claims more than happened', () => {
  test('receiving: what the ledger holds as items lies in the vault, and nothing else does', async () => {
    await everyActFails(async (office) => {
      office.world.disk.set(ATENA, 'x')
      const handover = await office.desk.handovers.designate(designation(office))
      return (desk) => desk.handovers.receive(receiving(handover, office, [ATENA]))
    }, async (office) => {
      const reading = await kept(office)
      const [handover] = reading.list('handover')
      const blobs = reading.list('item', handover?.id).map(({ blob }) => blob)
      for (const blob of blobs) expect(office.world.blobs.has(blob ?? '')).toBe(true)
      const seen = await types(office)
      if (office.world.blobs.size > 0) expect(seen).toContain('receiving-begun')
      if (handover?.state === 'checked') expect(blobs).toHaveLength(1)
      else expect(blobs).toEqual([])
    })
  })

  test('issuing: a receipt in the ledger has its bodies in the vault', async () => {
    await everyActFails(async (office) => {
      const { handover } = await receivedFiles(office)
      return (desk) => desk.receipts.issue({ handoverId: handover.id })
    }, async (office) => {
      const reading = await kept(office)
      for (const { bodies } of reading.list('issued')) for (const { blob } of bodies) expect(office.world.blobs.has(blob)).toBe(true)
      const receipted = reading.list('handover').some(({ state }) => state === 'receipted')
      expect(receipted).toBe(reading.list('issued').length === 1)
    })
  })

  test('sealing: verified in the ledger is sealed on the disk; begun without end is a question', async () => {
    await everyActFails(async (office) => {
      const { items } = await receiptedFiles(office)
      return (desk) => desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4 })
    }, async (office) => {
      const reading = await kept(office)
      for (const p of reading.list('package')) {
        if (p.state === 'verified') expect(office.world.disk.has(p.path)).toBe(true)
        expect(reading.list('question').some(({ id }) => id === p.id)).toBe(p.state === 'sealing')
      }
      if (office.world.disk.has('/medium/P-R8-017-001.zip')) expect(await types(office)).toContain('sealing-begun')
    })
  })

  test('writing onto a medium: written in the ledger lies on the medium; begun without end is a question', async () => {
    await everyActFails(async (office) => {
      const { id } = await septemberPackage(office)
      office.world.folders.add('/stick')
      office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdb', { volumes: [{ path: '/dev/sdb1', mountPoints: ['/stick'], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }] })]
      return (desk) => desk.packages.writeToMedium({ packageId: id, medium: office.ourStick.no, folder: '/stick', volumeBytes: null, only: null, typed: null })
    }, async (office) => {
      const reading = await kept(office)
      const writing = reading.list('writing').find(({ folder }) => folder === '/stick')
      if (writing?.state === 'written') for (const { name } of writing.parts) expect(office.world.disk.has(`/stick/${name}`)).toBe(true)
      if ([...office.world.disk.keys()].some((path) => path.startsWith('/stick/'))) expect(await types(office)).toContain('medium-writing-begun')
      expect(reading.list('question').some(({ id }) => id === writing?.id)).toBe(writing?.state === 'writing')
    })
  })

  test('sending: a parcel is dispatched once, with a number, after the second person', async () => {
    await everyActFails(async (office) => {
      const sealed = await septemberPackage(office)
      return async (desk) => {
        const mailing = await desk.mailings.draft(parcel(office, [sealed]))
        await desk.mailings.confirmShinten(packingCheck(mailing))
        await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
      }
    }, async (office) => {
      for (const mailing of (await kept(office)).list('mailing')) {
        if (mailing.state === 'dispatched') expect(mailing).toMatchObject({ shinten: { checkedBy: office.oba.id }, trackingNo: '38700123453' })
        else expect(mailing.trackingNo).toBeNull()
      }
    })
  })
})

describe('after an interruption', () => {
  test('what was begun and never ended is a question, and answering it makes it abandoned', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const dying = failingAt(Infinity, office.world)
    dying.packages = { ...dying.packages, seal: () => new Promise(() => {}) }
    void openDesk(dying).packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4 })
    await expect.poll(async () => (await types(office)).at(-1)).toBe('sealing-begun')

    const [ours, theirs] = [['P-R8-017-001.zip.1-2-3.part', 'P-R8-017-001.zip.002.1-2-3.part', 'P-R8-017-001.key.p7m.1-2-3.part'], ['P-R8-017-0011.zip.1-2-3.part', 'P-R8-017-002.zip.1-2-3.part', 'P-R8-017-001.zip']]
    for (const name of [...ours, ...theirs]) office.world.disk.set(`/medium/${name}`, 'half')

    const [question] = (await office.desk.home.today()).cards.filter(({ kind }) => kind === 'question')
    expect(question).toMatchObject({ code: 'sealing-unfinished', subject: 'P-R8-017-001' })
    const after = await office.desk.home.settle({ id: question?.subjectId ?? '' })
    expect(after.cards.filter(({ kind }) => kind === 'question')).toEqual([])
    expect((await types(office)).at(-1)).toBe('sealing-abandoned')
    // Its drafts are gone with it, and nothing that is not of its number or whole under a name.
    expect([...office.world.disk.keys()].filter((path) => path.startsWith('/medium/P-'))).toEqual(theirs.map((name) => `/medium/${name}`))
  })

  test('work that is going on just now is no question, and is not settled behind its back', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const slow = failingAt(Infinity, office.world)
    slow.packages = { ...slow.packages, seal: () => new Promise(() => {}) }
    const desk = openDesk(slow)
    void desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4 })
    await expect.poll(async () => (await types(office)).at(-1)).toBe('sealing-begun')
    expect((await desk.home.today()).cards.filter(({ kind }) => kind === 'question')).toEqual([])
    const [open] = (await office.world.ledger.read()).reading.list('question')
    await expect(desk.home.settle({ id: open?.id ?? '' })).rejects.toThrow('state-does-not-allow')
  })
})
