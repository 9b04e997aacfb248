import { expect, test } from 'vitest'
import type { Desk } from '../../core/contract.ts'
import { DAY, type Day, HOUR, type Instant } from '../../core/time.ts'
import type { VirusScan } from '../../core/viruses/scan.ts'
import { article } from '../article.ts'
import { ATENA, cleanCheck, designation, noSuchMedium, receiptedFiles, receiving, staffedOffice, type StaffedOffice } from '../cast.ts'
import { mihonScanner, VIRUS } from '../paper-viruses.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'

const NOHIN = '/desk/納品.csv'
const word = { product: '別のスキャナー', patternDate: '2026-12-07' as Day, at: TEN_IN_THE_MORNING, note: '隔離した検査用PCで検査' }

async function guardedOffice(): Promise<StaffedOffice> {
  const office = await staffedOffice()
  office.world.scanning.scanner = mihonScanner(TEN_IN_THE_MORNING - HOUR)
  office.world.disk.set(NOHIN, '納品データ')
  return office
}

const sealing = ({ contract }: StaffedOffice) => ({ contractId: contract.id, itemIds: [], paths: [NOHIN], into: '/medium', namesHidden: true, level: 4 })
const typesIn = async (desk: Desk) => (await desk.ledger.entries({ from: 0, count: 1000 })).entries.map(({ type }) => type)
const scansIn = async (desk: Desk): Promise<VirusScan[]> => desk.viruses.list()

article('11(10)カ', () => {
  test('R-24 a medium is looked through when it is connected, and the record says everything that F-23 asks for', async () => {
    const { desk, world, cityStick, mizuno } = await guardedOffice()
    world.disk.set('/media/stick/宛名.csv', '宛名')
    const scan = await desk.viruses.scan({ medium: cityStick.no, folder: '/media/stick', attestation: null })
    expect(scan).toMatchObject({
      occasion: 'connection', connectedAt: TEN_IN_THE_MORNING, machine: 'pc-021', medium: cityStick.no, serial: cityStick.serial,
      scanner: { name: 'みほんスキャナー', engine: '2.1', signatures: { version: '27812' } }, result: 'clean', files: 1, warnings: [], by: mizuno.id,
    })
    expect(await scansIn(desk)).toEqual([scan])
    expect((await typesIn(desk)).at(-1)).toBe('virus-scan-recorded')
  })

  test('R-24 a virus on a connected medium stands in the record with its file', async () => {
    const { desk, world, cityStick } = await guardedOffice()
    world.disk.set('/media/stick/請求書.exe', VIRUS)
    expect(await desk.viruses.scan({ medium: cityStick.no, folder: '/media/stick', attestation: null })).toMatchObject({ result: 'found', findingCount: 1, findings: [{ path: '/media/stick/請求書.exe', name: 'Paper.Virus' }] })
  })

  test('R-17 a medium that is not in the register is refused, not scanned', async () => {
    const { desk, world } = await guardedOffice()
    expect(await rulesAgainst(desk.viruses.scan({ medium: noSuchMedium, folder: '/media/stick', attestation: null }))).toEqual(['R-17'])
    expect(world.scanning.scans).toBe(0)
    expect((await typesIn(desk)).at(-1)).toBe('unregistered-medium-refused')
  })

  test('R-24 where no scanner is, a medium is connected on the word of a person', async () => {
    const { desk, world, cityStick, mizuno } = await guardedOffice()
    world.scanning.scanner = null
    expect(await desk.viruses.scanner()).toBeNull()
    const before = await typesIn(desk)
    expect(await codesAgainst(desk.viruses.scan({ medium: cityStick.no, folder: '/media/stick', attestation: null }))).toEqual(['virus-scanner-missing'])
    expect(await typesIn(desk)).toEqual(before)
    expect(await desk.viruses.scan({ medium: cityStick.no, folder: '/media/stick', attestation: word })).toMatchObject({ result: 'no-scanner', attestation: { product: '別のスキャナー', pattern: '2026-12-07', by: mizuno.id } })
  })

  test('R-24 the machine itself looks through what is received, and its word stands on the hand-over', async () => {
    const office = await guardedOffice()
    office.world.disk.set(ATENA, '宛名')
    const handover = await office.desk.handovers.designate(designation(office))
    const received = await office.desk.handovers.receive({ ...receiving(handover, office, [ATENA]), virusCheck: null })
    expect(received).toMatchObject({ handover: { virusCheck: { scanner: 'みほんスキャナー 2.1', pattern: '27812（2026-12-07）', result: 'clean', attested: false, at: TEN_IN_THE_MORNING } } })
    expect((await typesIn(office.desk)).slice(-3)).toEqual(['virus-scan-recorded', 'receiving-begun', 'receiving-ended'])
  })

  test('R-24 nothing of what holds a virus is taken in, whatever anybody attests', async () => {
    const office = await guardedOffice()
    office.world.disk.set(ATENA, VIRUS)
    const handover = await office.desk.handovers.designate(designation(office))
    const objections = await refused(office.desk.handovers.receive(receiving(handover, office, [ATENA])))
    expect(objections).toMatchObject([{ code: 'virus-in-file', article: '11(10)カ', rule: 'R-24', facts: { file: ATENA, name: 'Paper.Virus', count: 1 } }])
    expect(office.world.blobs.size).toBe(0)
    expect((await typesIn(office.desk)).at(-1)).toBe('virus-scan-recorded')
    expect(await scansIn(office.desk)).toMatchObject([{ result: 'found', occasion: 'receiving', attestation: null }])
  })

  test('R-24 where no scanner is, the clerk’s own check is kept as the record of the connection', async () => {
    const office = await guardedOffice()
    office.world.scanning.scanner = null
    office.world.disk.set(ATENA, '宛名')
    const handover = await office.desk.handovers.designate(designation(office))
    expect(await office.desk.handovers.receive(receiving(handover, office, [ATENA]))).toMatchObject({ handover: { virusCheck: cleanCheck } })
    expect(await scansIn(office.desk)).toMatchObject([{ result: 'no-scanner', medium: office.cityStick.no, attestation: { product: 'ClamAV', pattern: '27000' } }])
  })

  test('R-24 files are looked through before they are packed, and what holds a virus is not packed', async () => {
    const office = await guardedOffice()
    const sealed = await office.desk.packages.seal(sealing(office))
    expect(sealed).toMatchObject({ outcome: 'verified', scan: { occasion: 'sealing', result: 'clean', files: 1 } })
    expect((await typesIn(office.desk)).slice(-3)).toEqual(['virus-scan-recorded', 'sealing-begun', 'sealing-ended'])

    office.world.disk.set(NOHIN, VIRUS)
    expect(await refused(office.desk.packages.seal({ ...sealing(office), virusCheck: word }))).toMatchObject([{ code: 'virus-in-file', rule: 'R-24', facts: { file: NOHIN } }])
    expect((await typesIn(office.desk)).at(-1)).toBe('virus-scan-recorded')
  })

  test('R-24 where no scanner is, nothing from disk is packed without a person’s word', async () => {
    const office = await guardedOffice()
    office.world.scanning.scanner = null
    expect(await codesAgainst(office.desk.packages.seal(sealing(office)))).toEqual(['virus-scanner-missing'])
    expect(await office.desk.packages.seal({ ...sealing(office), virusCheck: word })).toMatchObject({ outcome: 'verified', scan: { result: 'no-scanner', attestation: { product: '別のスキャナー' } } })
  })

  test('R-24 a word of yesterday’s yesterday, or of tomorrow, is no word', async () => {
    const office = await guardedOffice()
    office.world.scanning.scanner = null
    const at = (by: number) => ({ ...sealing(office), virusCheck: { ...word, at: (word.at + by) as Instant } })
    expect(await codesAgainst(office.desk.packages.seal(at(-25 * HOUR)))).toEqual(['virus-check-stale'])
    expect(await codesAgainst(office.desk.packages.seal(at(HOUR)))).toEqual(['time-in-future'])
  })

  test('R-24 items of the vault were looked through when they came and are not asked about again', async () => {
    const office = await guardedOffice()
    const { items } = await receiptedFiles(office)
    const before = office.world.scanning.scans
    expect(await office.desk.packages.seal({ ...sealing(office), itemIds: items.map(({ id }) => id), paths: [] })).toMatchObject({ outcome: 'verified', scan: null })
    expect(office.world.scanning.scans).toBe(before)
  })

  test('R-24 what came without a medium and was never checked goes out only on a person’s word', async () => {
    const office = await guardedOffice()
    office.world.scanning.scanner = null
    office.world.disk.set(ATENA, '宛名')
    const handover = await office.desk.handovers.designate(designation(office))
    const order = receiving(handover, office, [ATENA])
    const received = await office.desk.handovers.receive({ ...order, medium: null, virusCheck: null, wordsForAll: { ...order.wordsForAll, form: '電子ファイル' } })
    if (received.outcome !== 'received') throw new Error('nobody called it off')
    await office.desk.receipts.issue({ handoverId: handover.id })
    const packing = { ...sealing(office), itemIds: received.items.map(({ id }) => id), paths: [] }
    expect(await codesAgainst(office.desk.packages.seal(packing))).toEqual(['virus-not-scanned'])
    expect(await office.desk.packages.seal({ ...packing, virusCheck: word })).toMatchObject({ outcome: 'verified', scan: { result: 'unscanned', unscanned: [{ why: 'received unchecked' }] } })
  })

  test('R-24 what the scanner could not look into, or died over, is not clean', async () => {
    const office = await guardedOffice()
    const scanner = mihonScanner(TEN_IN_THE_MORNING)
    office.world.scanning.next = { outcome: 'unscanned', scanner, files: 0, findings: [], unscanned: [{ path: NOHIN, why: 'Heuristics.Encrypted.Zip' }] }
    expect(await codesAgainst(office.desk.packages.seal(sealing(office)))).toEqual(['virus-not-scanned'])
    office.world.scanning.next = { outcome: 'failed', scanner, what: 'exit 50' }
    expect(await codesAgainst(office.desk.packages.seal(sealing(office)))).toEqual(['virus-scan-failed'])
    expect(await scansIn(office.desk)).toMatchObject([{ result: 'failed', trouble: 'exit 50' }, { result: 'unscanned' }])
    expect(await office.desk.packages.seal({ ...sealing(office), virusCheck: word })).toMatchObject({ outcome: 'verified', scan: { result: 'failed', attestation: { note: word.note } } })
  })

  test('a scan that is called off packs nothing, takes in nothing, and is written down as called off', async () => {
    const office = await guardedOffice()
    const off = AbortSignal.abort()
    expect(await office.desk.packages.seal(sealing(office), { signal: off })).toEqual({ outcome: 'abandoned' })
    office.world.disk.set(ATENA, '宛名')
    const handover = await office.desk.handovers.designate(designation(office))
    expect(await office.desk.handovers.receive(receiving(handover, office, [ATENA]), { signal: off })).toEqual({ outcome: 'abandoned' })
    expect(await office.desk.viruses.scan({ medium: office.cityStick.no, folder: '/in', attestation: null }, { signal: off })).toMatchObject({ result: 'abandoned' })
    expect((await typesIn(office.desk)).filter((type) => /sealing|receiving/.test(type))).toEqual([])
    expect((await scansIn(office.desk)).map(({ result }) => result)).toEqual(['abandoned', 'abandoned', 'abandoned'])
  })
})

article('11(10)ウ', () => {
  test.each([
    ['of the day', mihonScanner(TEN_IN_THE_MORNING - HOUR), []],
    ['three days old', mihonScanner(TEN_IN_THE_MORNING - 3 * DAY), []],
    ['older', mihonScanner(TEN_IN_THE_MORNING - 3 * DAY - 1), ['signatures-old']],
    ['of no date', { ...mihonScanner(0), signatures: null }, ['signatures-undated']],
  ])('R-24 signatures %s are told beside the result, and the work goes on', async (_, scanner, warnings) => {
    const office = await guardedOffice()
    office.world.scanning.scanner = scanner
    expect(await office.desk.packages.seal(sealing(office))).toMatchObject({ outcome: 'verified', scan: { result: 'clean', warnings } })
  })

  test('R-24 so are the signatures of a product that a person speaks for', async () => {
    const office = await guardedOffice()
    office.world.scanning.scanner = null
    expect(await office.desk.packages.seal({ ...sealing(office), virusCheck: { ...word, patternDate: '2026-12-03' as Day } })).toMatchObject({ scan: { warnings: ['signatures-old'] } })
  })
})
