import { describe, expect, test } from 'vitest'
import type { Drive } from '../../core/media/drive.ts'
import type { Package } from '../../core/packages/package.ts'
import { suggestion } from '../../core/packages/plan.ts'
import { rootOf } from '../../core/packages/on-medium.ts'
import { objectionsToCutting } from '../../core/packages/rules.ts'
import type { MediumWriting, WriteToMedium } from '../../core/packages/writing.ts'
import { openDesk } from '../../core/desk.ts'
import { article } from '../article.ts'
import { packingCheck, noSuchMedium, parcel, PASSWORD, receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { stick } from '../paper-machine.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const OUR_SERIAL = 'AZ0003K7Q1'
const at = (serial: string | null, more: Partial<Drive> = {}): Drive =>
  ({ ...stick(serial ?? ''), serial, volumes: [{ path: '/dev/sdb1', mountPoints: ['/medium'], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }], ...more })

/** Our stick is plugged in at /medium; the package lies in /out. */
async function readyToWrite(): Promise<{ office: StaffedOffice; sealed: Package; order: WriteToMedium }> {
  const office = await staffedOffice()
  const { items } = await receiptedFiles(office)
  const answer = await office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/out', namesHidden: true, level: 4 })
  if (answer.outcome !== 'verified') throw new Error('nobody called it off')
  office.world.machine.drives = [at(OUR_SERIAL)]
  return { office, sealed: answer.package, order: { packageId: answer.package.id, medium: office.ourStick.no, folder: '/medium', volumeBytes: null, only: null, typed: null } }
}

const written = async (office: StaffedOffice, order: WriteToMedium): Promise<MediumWriting> => {
  const answer = await office.desk.packages.writeToMedium(order)
  if (answer.outcome !== 'written') throw new Error('nobody called it off')
  return answer.writing
}
const onMedium = ({ world }: StaffedOffice) => [...world.disk.keys()].filter((path) => path.startsWith('/medium/'))
const types = async ({ world }: StaffedOffice) => (await world.ledger.entries(0, 1000)).map(({ type }) => type)

article('11(3)', () => {
  describe('written onto a registered medium', () => {
    test('begun before the first byte, ended after it was read back, with the serial number that the drive told', async () => {
      const { office, sealed, order } = await readyToWrite()
      expect(await written(office, order)).toMatchObject({ packageNo: sealed.no, medium: office.ourStick.no, serial: OUR_SERIAL, identified: 'read', coSignedBy: null, readBack: 'uncached', state: 'written', parts: [{ name: sealed.fileName, sha256: sealed.sha256 }] })
      expect(onMedium(office)).toEqual([`/medium/${sealed.fileName}`])
      expect((await types(office)).slice(-2)).toEqual(['medium-writing-begun', 'medium-writing-ended'])
      expect(await office.desk.packages.writings({ contractId: office.contract.id })).toMatchObject([{ state: 'written' }])
    })

    test('R-17 nothing is written onto a private stick, and the attempt is written down', async () => {
      const { office, order } = await readyToWrite()
      expect(await rulesAgainst(office.desk.packages.writeToMedium({ ...order, medium: noSuchMedium }))).toEqual(['R-17'])
      office.world.machine.drives = [at('PRIV-9999')]
      expect(await refused(office.desk.packages.writeToMedium(order))).toMatchObject([{ code: 'medium-unregistered', rule: 'R-17', facts: { serial: 'PRIV-9999' } }])
      expect((await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)).toMatchObject({ type: 'unregistered-medium-refused', data: { serial: 'PRIV-9999', where: '書込み' } })
      expect(onMedium(office)).toEqual([])
    })

    test('R-17 another medium of the register than the one that was named is refused', async () => {
      const { office, order } = await readyToWrite()
      office.world.machine.drives = [at('AZ0004M2W8')]
      expect(await refused(office.desk.packages.writeToMedium(order))).toMatchObject([{ code: 'medium-serial-differs', rule: 'R-17', facts: { expected: OUR_SERIAL, found: 'AZ0004M2W8' } }])
    })

    test('R-17 a folder of which nobody can tell on what it lies is refused, whatever is typed', async () => {
      const { office, order } = await readyToWrite()
      office.world.machine.drives = []
      const typed = { serial: OUR_SERIAL, second: { loginId: 'oba', password: PASSWORD } }
      expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual(['drive-unknown'])
      expect(await codesAgainst(office.desk.packages.writeToMedium({ ...order, typed }))).toEqual(['drive-unknown'])
    })

    test('R-17 a drive that tells no serial number waits for the label and a second person, and it says so for ever', async () => {
      const { office, order } = await readyToWrite()
      office.world.machine.drives = [at(null)]
      const typed = (serial: string, loginId: string) => ({ ...order, typed: { serial, second: { loginId, password: PASSWORD } } })
      expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual(['medium-serial-unread'])
      expect(await codesAgainst(office.desk.packages.writeToMedium(typed('AZ0003K7Q2', 'oba')))).toEqual(['medium-serial-differs'])
      expect(await codesAgainst(office.desk.packages.writeToMedium(typed(OUR_SERIAL, 'mizuno')))).toEqual(['same-person'])
      expect(await written(office, typed('az0003k7q1', 'oba'))).toMatchObject({ identified: 'typed', coSignedBy: office.oba.id })
    })

    test('R-17 this machine\'s own disk is no medium, whatever is typed', async () => {
      const { office, order } = await readyToWrite()
      office.world.machine.drives = [at(null, { role: 'system', hindrances: ['system', 'mounted', 'no-serial'] })]
      expect(await codesAgainst(office.desk.packages.writeToMedium({ ...order, typed: { serial: OUR_SERIAL, second: { loginId: 'oba', password: PASSWORD } } }))).toEqual(['drive-not-a-medium'])
      office.world.machine.drives = [at(OUR_SERIAL, { hindrances: ['vault'] })]
      expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual(['drive-not-a-medium'])
    })

    test('R-17 what a drive tells is not overruled by what is typed', async () => {
      const { office, order } = await readyToWrite()
      office.world.machine.drives = [at('PRIV-9999')]
      expect(await codesAgainst(office.desk.packages.writeToMedium({ ...order, typed: { serial: OUR_SERIAL, second: { loginId: 'oba', password: PASSWORD } } }))).toEqual(['medium-unregistered'])
    })

    test('R-17 a stick that took the place of another while writing is found out', async () => {
      const { office, order } = await readyToWrite()
      const drives = [at(OUR_SERIAL), at(OUR_SERIAL, { insertion: '8' })]
      office.world.drives.holding = async () => drives.shift() ?? null
      expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual(['drive-changed'])
      expect((await types(office)).at(-1)).toBe('medium-writing-abandoned')
    })

    test('R-11 nothing is written beside a plain file, and the file is named', async () => {
      const { office, order } = await readyToWrite()
      office.world.disk.set('/medium/名簿.xlsx', 'plain')
      expect(await refused(office.desk.packages.writeToMedium(order))).toMatchObject([{ code: 'plain-file-beside', rule: 'R-11', facts: { names: '名簿.xlsx', count: 1 } }])
      expect(await types(office)).not.toContain('medium-writing-begun')
    })

    test('R-11 a plain file elsewhere on the stick is beside it, too', async () => {
      const { office, sealed, order } = await readyToWrite()
      office.world.folders.add('/medium/送付')
      office.world.drives.holding = async () => at(OUR_SERIAL)
      office.world.files.listFolder = async (folder) => [...office.world.disk.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
      office.world.disk.set('/medium/名簿.xlsx', 'plain')
      const deep = { ...order, folder: '/medium/送付' }
      expect(await refused(office.desk.packages.writeToMedium(deep))).toMatchObject([{ code: 'plain-file-beside', facts: { names: '名簿.xlsx' } }])
      office.world.disk.delete('/medium/名簿.xlsx')
      await written(office, deep)
      expect(onMedium(office)).toEqual([`/medium/送付/${sealed.fileName}`])
      expect(await written(office, deep)).toMatchObject({ state: 'written' })
    })

    test.each([['/media/stick', '/media/stick', ''], ['/media/stick/a/b', '/media/stick', 'a/b/'], ['/media/stick2', '/media/stick2', ''], ['E:\\送付', 'E:\\', '送付/'], ['E:\\', 'E:\\', '']])('the medium of %s begins at %s', (folder, root, way) => {
      const mounted = at(OUR_SERIAL, { volumes: ['/media/stick', 'E:\\'].map((point) => ({ path: point, mountPoints: [point], fileSystem: null, label: null, bytes: null, freeBytes: null })) })
      expect(rootOf(mounted, folder)).toEqual({ root, way })
    })

    test('R-11 what the desk wrote there before, and what Windows lays on every stick, is not plain', async () => {
      const { office, sealed, order } = await readyToWrite()
      await written(office, order)
      office.world.files.listFolder = async () => [sealed.fileName, 'System Volume Information/WPSettings.dat']
      expect(await written(office, order)).toMatchObject({ state: 'written' })
    })

    test('a file of the package\'s name with other bytes is never replaced', async () => {
      const { office, sealed, order } = await readyToWrite()
      office.world.disk.set(`/medium/${sealed.fileName}`, 'older')
      expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual(['target-exists'])
    })

    test('R-11 a package that is not verified stays where it is', async () => {
      const { office, order } = await readyToWrite()
      const { items } = await receiptedFiles(office)
      office.world.sealing.next = { outcome: 'trouble', what: 'disk-full', path: '/out' }
      await office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/out', namesHidden: true, level: 4 }).catch(() => {})
      const abandoned = (await office.world.ledger.read()).reading.list('package').find(({ state }) => state === 'abandoned')
      expect(await codesAgainst(office.desk.packages.writeToMedium({ ...order, packageId: abandoned!.id }))).toEqual(['package-not-verified'])
    })

    test('without room it is said how much is missing, and what fits is proposed', async () => {
      const { office, sealed, order } = await readyToWrite()
      office.world.sealing.freeBytes = sealed.bytes - 10
      expect(await refused(office.desk.packages.writeToMedium(order))).toMatchObject([{ code: 'medium-too-small', facts: { needed: sealed.bytes, free: sealed.bytes - 10, missing: 10 } }])
      const plan = { contractId: office.contract.id, of: { kind: 'package' as const, packageId: sealed.id }, volumeBytes: null, folder: '/medium' }
      office.world.sealing.freeBytes = 20e9
      expect(await office.desk.packages.planSplit(plan)).toMatchObject({ neededBytes: sealed.bytes, exact: true, missingBytes: 0, volumes: [{ name: sealed.fileName, bytes: sealed.bytes }], suggestedVolumeBytes: null })
    })

    test('FAT32 takes no file of 4 GiB', async () => {
      const { office, sealed, order } = await readyToWrite()
      office.world.sealing.mostFileBytes = sealed.bytes - 1
      expect(await refused(office.desk.packages.writeToMedium(order))).toMatchObject([{ code: 'file-too-large-for-medium', facts: { name: sealed.fileName, most: sealed.bytes - 1 } }])
      const plan = { contractId: office.contract.id, of: { kind: 'package' as const, packageId: sealed.id }, volumeBytes: null, folder: '/medium' }
      office.world.sealing.mostFileBytes = 4_294_967_295
      office.world.packages.room = async () => ({ freeBytes: 1e12, mostFileBytes: 4_294_967_295 })
      expect(await office.desk.packages.planSplit(plan)).toMatchObject({ mostFileBytes: 4_294_967_295, suggestedVolumeBytes: null })
      expect(suggestion(200e9, { freeBytes: 1e12, mostFileBytes: 4_294_967_295 })).toBe(4_293_918_720)
      expect(suggestion(200e9, { freeBytes: 64e9, mostFileBytes: null })).toBe(63_999_836_160)
      expect(suggestion(200e9, { freeBytes: 60_000, mostFileBytes: null })).toBeNull()
    })

    test.each([
      ['called off', { outcome: 'abandoned' } as const, null],
      ['changed on its way', { outcome: 'trouble', what: 'source-changed', path: '/out/P' } as const, 'package-changed'],
      ['refused by the medium', { outcome: 'trouble', what: 'target-broken', path: '/medium/P' } as const, 'writing-failed'],
      ['full in the middle', { outcome: 'trouble', what: 'disk-full', path: '/medium/P' } as const, 'disk-full'],
    ])('a writing that was %s leaves no record that it was written', async (_how, outcome, code) => {
      const { office, order } = await readyToWrite()
      office.world.sealing.writing = outcome
      if (code === null) expect(await office.desk.packages.writeToMedium(order)).toEqual({ outcome: 'abandoned' })
      else expect(await codesAgainst(office.desk.packages.writeToMedium(order))).toEqual([code])
      expect((await types(office)).slice(-2)).toEqual(['medium-writing-begun', 'medium-writing-abandoned'])
      expect((await office.world.ledger.read()).reading.list('question')).toEqual([])
    })

    test('a power cut in the middle leaves a question; answered, the writing is abandoned and can be done again', async () => {
      const { office, sealed, order } = await readyToWrite()
      void openDesk({ ...office.world, packages: { ...office.world.packages, write: () => new Promise(() => {}) } }).packages.writeToMedium(order)
      await expect.poll(async () => (await types(office)).at(-1)).toBe('medium-writing-begun')

      office.world.disk.set(`/medium/${sealed.fileName}.half.part`, 'half')

      const [question] = (await office.desk.home.today()).cards.filter(({ kind }) => kind === 'question')
      expect(question).toMatchObject({ code: 'writing-unfinished', subject: `${sealed.no} → ${office.ourStick.no}`, leadsTo: 'packages' })
      await office.desk.home.settle({ id: question?.subjectId ?? '' })
      expect((await types(office)).at(-1)).toBe('medium-writing-abandoned')
      expect(onMedium(office)).toEqual([])
      expect(await written(office, order)).toMatchObject({ state: 'written' })
    })
  })

  describe('R-11 the parcel', () => {
    test('R-11 of what was copied by hand stays at home, until the desk has written it', async () => {
      const { office, sealed, order } = await readyToWrite()
      office.world.disk.set(`/medium/${sealed.fileName}`, office.world.disk.get(sealed.path) ?? '')
      expect(await refused(office.desk.mailings.draft(parcel(office, [sealed])))).toMatchObject([{ code: 'package-not-written-there', rule: 'R-11', facts: { no: sealed.no, medium: office.ourStick.no } }])
      await written(office, order)
      expect(await office.desk.mailings.draft(parcel(office, [sealed]))).toMatchObject({ copied: null, contentWarnings: [] })
    })

    test('R-11 of what was copied by hand goes when two people read the serial number off the label, and it says so for ever', async () => {
      const { office, sealed } = await readyToWrite()
      office.world.disk.set(`/medium/${sealed.fileName}`, office.world.disk.get(sealed.path) ?? '')
      const vouched = (serial: string, loginId: string) => ({ ...parcel(office, [sealed]), copied: { serial, second: { loginId, password: PASSWORD } } })
      expect(await codesAgainst(office.desk.mailings.draft(vouched('AZ0003K7Q2', 'oba')))).toEqual(['medium-serial-differs'])
      expect(await codesAgainst(office.desk.mailings.draft(vouched(OUR_SERIAL, 'mizuno')))).toEqual(['same-person'])
      expect(await office.desk.mailings.draft(vouched('az0003k7q1', 'oba'))).toMatchObject({ copied: { serial: 'az0003k7q1', coSignedBy: office.oba.id }, contentWarnings: [sealed.no] })
    })

    test('with volumes carries those that were written to this medium, and none is missing when the envelope is closed', async () => {
      const { office, sealed, order } = await readyToWrite()
      const volumeBytes = Math.ceil(sealed.bytes / 2)
      const big = { ...order, volumeBytes: volumeBytes, only: [1] }
      expect(await written(office, big)).toMatchObject({ parts: [{ name: `${sealed.fileName}.001`, bytes: volumeBytes }] })
      const mailing = await office.desk.mailings.draft(parcel(office, [sealed]))
      office.world.disk.delete(`/medium/${sealed.fileName}.001`)
      expect(await codesAgainst(office.desk.mailings.confirmShinten(packingCheck(mailing)))).toEqual(['package-not-on-medium'])
    })

    test('no volume is written that does not exist, and none beyond the 999th', async () => {
      const { office, sealed, order } = await readyToWrite()
      expect(await codesAgainst(office.desk.packages.writeToMedium({ ...order, volumeBytes: Math.ceil(sealed.bytes / 2), only: [3] }))).toEqual(['package-not-cut-so'])
      expect(objectionsToCutting(sealed.no, 999 * 65_536, 65_536)).toEqual([])
      expect(objectionsToCutting(sealed.no, 999 * 65_536 + 1, 65_536)).toMatchObject([{ code: 'package-not-cut-so', facts: { what: 'too-many' } }])
    })
  })
})
