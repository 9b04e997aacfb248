import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ListedFile } from '../../core/handovers/handover.ts'
import { differencesFrom } from '../../core/handovers/rules.ts'
import type { Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { ATENA, atCounter, designation, PASSWORD, receivedFiles, receiptedFiles, receiving, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const TEXT = '宛名番号,氏名\n90000001,青葉野　太郎\n'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const listed = (text: string): ListedFile => ({ name: 'R09_shiminzei_atena.csv', size: Buffer.byteLength(text), sha256: sha256(text), count: null })

async function arrival(office: StaffedOffice, cityList: ListedFile[] = []) {
  office.world.disk.set(ATENA, TEXT)
  const handover = await office.desk.handovers.designate({ ...designation(office), cityList })
  return { handover, order: receiving(handover, office, [ATENA]) }
}

article('14', () => {
  describe('R-05 as the city designated', () => {
    test.each([
      ['another place', { ...atCounter, place: '本社玄関' }],
      ['another means', { ...atCounter, means: 'ファイル交換' as const }],
      ['two hours early', { ...atCounter, at: (atCounter.at - 2 * 3_600_000) as Instant }],
    ])('R-05 %s waits for the consent of the city', async (_what, actual) => {
      const office = await staffedOffice()
      const { order } = await arrival(office)
      expect(await rulesAgainst(office.desk.handovers.receive({ ...order, actual }))).toEqual(['R-05'])

      const exception = { cityRef: 'R8税承0060', reason: '窓口改修のため', second: { loginId: 'oba', password: PASSWORD } }
      expect(await office.desk.handovers.receive({ ...order, actual, exception })).toMatchObject({ outcome: 'received', handover: { exception: { cityRef: 'R8税承0060', secondPerson: office.oba.id } } })
    })

    test('R-05 a consent that was not needed does not stand on the receipt', async () => {
      const office = await staffedOffice()
      const { order } = await arrival(office)
      const exception = { cityRef: 'R8税承0060', reason: '念のため', second: { loginId: 'oba', password: PASSWORD } }
      expect(await office.desk.handovers.receive({ ...order, exception })).toMatchObject({ handover: { exception: null } })
    })

    test('the same place written with other spaces is the same place', async () => {
      const office = await staffedOffice()
      const { order } = await arrival(office)
      expect(await office.desk.handovers.receive({ ...order, actual: { ...atCounter, place: '税務課　窓口' } })).toMatchObject({ outcome: 'received' })
    })

    test('what has not happened yet is not received', async () => {
      const office = await staffedOffice()
      const { order } = await arrival(office)
      expect(await codesAgainst(office.desk.handovers.receive({ ...order, actual: { ...atCounter, at: (atCounter.at + 30 * 60_000) as Instant } }))).toEqual(['time-in-future'])
    })
  })

  describe("R-06 as the city's list says", () => {
    test('what agrees is compared and done', async () => {
      const office = await staffedOffice()
      const { order } = await arrival(office, [listed(TEXT)])
      expect(await office.desk.handovers.receive(order)).toMatchObject({ handover: { state: 'checked', differences: [] } })
    })

    test('R-06 one byte stops the receipt until the city has explained it', async () => {
      const office = await staffedOffice()
      const { handover, order } = await arrival(office, [listed(TEXT.replace('1', '2'))])
      expect(await office.desk.handovers.receive(order)).toMatchObject({ handover: { state: 'differs', differences: [{ kind: 'sha256' }] } })
      expect(await rulesAgainst(office.desk.receipts.issue({ handoverId: handover.id }))).toEqual(['R-06'])

      await office.desk.handovers.noteDifference({ handoverId: handover.id, note: '甲が差し替え版であることを確認', cityRef: 'R8税連0012' })
      expect(await office.desk.receipts.issue({ handoverId: handover.id })).toMatchObject({ docNo: 'A-R8-017-001' })
    })

    test('or the right file is brought and received again, and the wrong one stays out of use', async () => {
      const office = await staffedOffice()
      const { handover, order } = await arrival(office, [listed('right\n')])
      await office.desk.handovers.receive(order)
      office.world.disk.set(ATENA, 'right\n')
      expect(await office.desk.handovers.receive(order)).toMatchObject({ handover: { state: 'checked' } })
      expect(await office.desk.handovers.items({ handoverId: handover.id })).toHaveLength(1)
      const { reading } = await office.world.ledger.read()
      expect(reading.list('item', `replaced:${office.contract.id}`)).toMatchObject([{ state: 'replaced' }])
    })

    test('missing, unlisted, size, hash and count are told apart', () => {
      const item = { name: 'b.csv', size: 2, sha256: 'b'.repeat(64), count: 12 }
      const list = [{ name: 'a.csv', size: null, sha256: null, count: null }, { name: 'b.csv', size: 3, sha256: 'c'.repeat(64), count: 13 }]
      expect(differencesFrom(list, [item, { ...item, name: 'c.csv' }]).map(({ kind }) => kind)).toEqual(['missing', 'size', 'sha256', 'count', 'unlisted'])
    })

    test('names are the same in composed and decomposed writing', () => {
      const name = 'データ.csv'
      expect(differencesFrom([{ name: name.normalize('NFD'), size: 1, sha256: null, count: null }], [{ name: name.normalize('NFC'), size: 1, sha256: '', count: null }])).toEqual([])
    })
  })

  describe('R-04 the receipt', () => {
    test('states what was received, when, where, how and by whom, and makes the information usable', async () => {
      const office = await staffedOffice()
      const { handover } = await receivedFiles(office)
      expect(await office.desk.packages.items({ contractId: office.contract.id })).toMatchObject([{ state: 'checked' }])
      expect(await office.desk.receipts.issue({ handoverId: handover.id })).toMatchObject({ form: 'F-25', docNo: 'A-R8-017-001', revision: 1, state: 'issued' })
      expect(await office.desk.packages.items({ contractId: office.contract.id })).toMatchObject([{ state: 'in custody' }])

      const last = (await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)
      expect(last).toMatchObject({
        type: 'document-issued', by: '水野 灯里',
        data: { record: { articleRef: '第14条', addressee: { name: '青葉野市長' }, handover: { actual: { place: '税務課窓口', at: '2026-12-07T10:00:00+09:00' }, receivedBy: '水野 灯里' }, medium: { serial: 'AZ0004M2W8', owner: '甲' }, items: [{ name: 'R09_shiminzei_atena.csv' }] } },
      })
    })

    test('is issued once', async () => {
      const office = await staffedOffice()
      const { handover } = await receiptedFiles(office)
      expect(await rulesAgainst(office.desk.receipts.issue({ handoverId: handover.id }))).toEqual(['R-37'])
    })

    test('names the characters that paper cannot show, and is not issued without them', async () => {
      const office = await staffedOffice()
      const { handover } = await receivedFiles(office)
      office.world.unprintable.add('税')
      expect(await refused(office.desk.receipts.issue({ handoverId: handover.id }))).toMatchObject([{ code: 'unprintable-characters', facts: { characters: '税' } }])
      expect((await office.desk.receipts.list({ contractId: office.contract.id }))).toEqual([])
    })

    test('goes out to a folder whole, and never over another file', async () => {
      const office = await staffedOffice()
      await receiptedFiles(office)
      const [receipt] = await office.desk.receipts.list({ contractId: office.contract.id })
      expect(await office.desk.receipts.save({ id: receipt?.id ?? '', into: '/out' })).toEqual({ paths: ['/out/A-R8-017-001.pdf', '/out/A-R8-017-001.json'] })
      expect(await codesAgainst(office.desk.receipts.save({ id: receipt?.id ?? '', into: '/out' }))).toEqual(['target-exists'])
    })

    test('no attempt that came second leaves a body behind', async () => {
      const office = await staffedOffice()
      const { handover } = await receivedFiles(office)
      const before = office.world.blobs.size
      const { append } = office.world.ledger
      let came = 0
      office.world.ledger.append = (entries, head) => (came++ === 0 ? Promise.resolve(false) : append(entries, head))
      const { bodies } = await office.desk.receipts.issue({ handoverId: handover.id })
      expect(came).toBe(2)
      expect(office.world.blobs.size).toBe(before + bodies.length)
      await refused(office.desk.receipts.issue({ handoverId: handover.id }))
      expect(office.world.blobs.size).toBe(before + bodies.length)
    })
  })

  test('a receiving that was called off leaves nothing in the vault', async () => {
    const office = await staffedOffice()
    const { handover, order } = await arrival(office)
    expect(await office.desk.handovers.receive(order, { signal: AbortSignal.abort() })).toEqual({ outcome: 'abandoned' })
    expect(office.world.blobs.size).toBe(0)
    expect((await office.world.ledger.read()).reading.list('question')).toEqual([])
    expect((await office.desk.handovers.list({ contractId: office.contract.id })).find(({ id }) => id === handover.id)).toMatchObject({ state: 'designated' })
  })

  test('a file that is not there is named, and nothing is received', async () => {
    const office = await staffedOffice()
    const { order } = await arrival(office)
    expect(await refused(office.desk.handovers.receive({ ...order, paths: [ATENA, '/in/gone.csv'] }))).toMatchObject([{ code: 'sources-troubled', facts: { first: '/in/gone.csv' } }])
    expect(office.world.blobs.size).toBe(0)
  })
})
