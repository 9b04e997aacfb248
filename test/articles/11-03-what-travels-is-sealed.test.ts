import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { packingCheck, ATENA, parcel, receivedFiles, receiptedFiles, septemberPackage, staffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const into = { paths: [], into: '/medium', namesHidden: true, level: 4 }

article('11(3)', () => {
  test('a package is verified by opening it again, and its passphrase is told once and written nowhere', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const sealed = await office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), ...into })
    expect(sealed).toMatchObject({ outcome: 'verified', package: { no: 'P-R8-017-001', state: 'verified' }, passphrase: 'aaaaa-bbbbb' })
    expect(JSON.stringify(await office.desk.ledger.entries({ from: 0, count: 1000 }))).not.toContain('aaaaa-bbbbb')
    expect(await office.desk.packages.list({ contractId: office.contract.id })).toHaveLength(1)
  })

  test('R-11 a medium with a plain file beside the package stays at home, and the file is named', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    office.world.disk.set('/medium/名簿.xlsx', 'plain')
    expect(await refused(office.desk.mailings.draft(parcel(office, [sealed])))).toMatchObject([{ rule: 'R-11', facts: { names: '名簿.xlsx', count: 1 } }])
  })

  test('R-11 a plain file that bears the name of the package is found out by its hash', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    const order = { ...parcel(office, [sealed]), mediumFolder: '/out' }
    office.world.disk.set(`/out/${sealed.fileName}`, 'plain under a good name')
    expect(await codesAgainst(office.desk.mailings.draft(order))).toEqual(['package-not-on-medium', 'plain-file-beside'])
  })

  test('R-11 a plain file laid on the medium after the draft is found before the envelope is closed', async () => {
    const office = await staffedOffice()
    const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
    office.world.disk.set('/medium/名簿.xlsx', 'plain')
    expect(await codesAgainst(office.desk.mailings.confirmShinten(packingCheck(mailing)))).toEqual(['plain-file-beside'])
  })

  test('R-11 a medium does not travel as a document, nor a parcel of media without naming its medium and folder', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    expect(await codesAgainst(office.desk.mailings.draft({ ...parcel(office, []), contentKind: 'document' }))).toEqual(['medium-with-document'])
    expect(await codesAgainst(office.desk.mailings.draft({ ...parcel(office, [sealed]), medium: null, mediumFolder: null }))).toEqual(['medium-folder-missing'])
  })

  test('R-11 a medium without any package stays at home', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.mailings.draft(parcel(office, [])))).toEqual(['nothing-sealed-on-medium'])
  })

  test('R-11 a package that changed by a letter since it was verified stays at home', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    office.world.disk.set(sealed.path, `${office.world.disk.get(sealed.path)}.`)
    expect(await codesAgainst(office.desk.mailings.draft(parcel(office, [sealed])))).toEqual(['package-not-on-medium', 'plain-file-beside'])
    office.world.disk.delete(sealed.path)
    expect(await codesAgainst(office.desk.mailings.draft(parcel(office, [sealed])))).toEqual(['package-not-on-medium'])
  })

  test('a sealing that was called off leaves no package, no file and no question', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const off = AbortSignal.abort()
    const order = { contractId: office.contract.id, itemIds: items.map(({ id }) => id), ...into }
    expect(await office.desk.packages.seal(order, { signal: off })).toEqual({ outcome: 'abandoned' })
    expect(await office.desk.packages.list({ contractId: office.contract.id })).toEqual([])
    expect([...office.world.disk.keys()].filter((path) => path.startsWith('/medium'))).toEqual([])
    expect((await office.world.ledger.read()).reading.list('question')).toEqual([])
  })

  test('a sealing that the disk refused is a plain refusal, and the ledger says that it was abandoned', async () => {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    office.world.sealing.next = { outcome: 'trouble', what: 'disk-full', path: '/medium' }
    expect(await codesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), ...into }))).toEqual(['disk-full'])
    const { entries } = await office.desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.slice(-2).map(({ type }) => type)).toEqual(['sealing-begun', 'sealing-abandoned'])
  })

  test('R-04 what has no receipt yet is not packed', async () => {
    const office = await staffedOffice()
    const { items } = await receivedFiles(office)
    expect(await rulesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), ...into }))).toEqual(['R-04'])
  })

  test('R-04 the same bytes taken from the disk instead of the vault wait for the receipt too', async () => {
    const office = await staffedOffice()
    await receivedFiles(office)
    expect(await rulesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds: [], ...into, paths: [ATENA] }))).toEqual(['R-04'])
  })

  test('an empty package is none', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds: [], ...into }))).toEqual(['no-files'])
  })
})
