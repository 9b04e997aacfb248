import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Locator } from '@playwright/test'
import { giveId } from '../../cli/demo/own-password.ts'
import { PASSWORD } from '../../cli/demo/people.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { HOUR, type Instant } from '../../core/time.ts'
import { expect, test, type Office } from './launch.ts'
import { fillIn, goTo, press } from './parts/at-the-page.ts'
import { receiveFiles } from './parts/at-work.ts'
import { deskBehind } from './parts/behind-the-page.ts'
import { foundBoth, today } from './parts/founded.ts'
import { looksProper } from './parts/looking.ts'
import { answerApplication, importDocuments, takeIn } from './parts/the-city.ts'
import { issueLetter, recordRequest, handIn } from './parts/the-letters.ts'

/**
 * Steps 6, 10, 13, 16, 17 and A of the scenario between two windows that share nothing but files: what the contractor issues the city takes in, answers
 * under its own numbers and counts; and what the city answers comes back. What must not be believed is tried on the way.
 */
test('two offices deal with each other by files alone, and each knows where it stands', async ({ openOffice }) => {
  const table = mkdtempSync(join(tmpdir(), 'azukari-table-'))
  const folder = (name: string): string => { mkdirSync(join(table, name), { recursive: true }); return join(table, name) }
  const [contractor, city] = await Promise.all([openOffice(), openOffice()])
  const { page } = contractor
  const station = async (office: Office, name: string, about?: Locator): Promise<void> => {
    await looksProper(office.page)
    if (about) await about.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    else await office.page.evaluate(() => window.scrollTo(0, 0))
    await office.screenshot(name)
  }
  await foundBoth(contractor, city, table)
  const desk = deskBehind(page)
  await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  const [contract] = await desk.contracts.list()
  if (!contract) throw new Error('there is a contract')
  const contractId = contract.id
  const receipt = await receiveFiles(desk, contract, table)
  const files = (await desk.receipts.save({ id: receipt.id, into: folder('receipt') })).paths
  await page.reload()

  await test.step('step 6: the receipt is believed as CSV, once; with a count changed it is not', async () => {
    const results = await importDocuments(city.page, [ending(files, '.csv')], 'R8税収1234')
    await expect(results).toContainText('署名も値も真正です')
    await importDocuments(city.page, [ending(files, '.csv')])
    await expect(results).toContainText('取込済です')
    const forged = join(folder('forged'), 'forged.csv')
    writeFileSync(forged, readFileSync(ending(files, '.csv'), 'utf8').replace('"12"', '"13"'))
    await importDocuments(city.page, [forged])
    await expect(results).toContainText('取り込んでいません')
    await station(city, '200-not-believed', results)
  })

  await test.step('flattened on its way, it tells nothing of itself, and its printed code is compared', async () => {
    const flat = join(folder('flattened'), 'flat.pdf')
    execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-sOutputFile=${flat}`, ending(files, '.pdf')])
    const results = await importDocuments(city.page, [flat])
    await expect(results).toContainText('紙のコードだけを照合')
    await expect(results).toContainText('取り込んだ A-R8-017-001')
    await station(city, '201-flattened', results)
  })

  await test.step('a 確認コード typed off the paper finds its record; mistyped it is told from one of another paper', async () => {
    const form = city.page.getByRole('form', { name: '紙の確認コードを入力' })
    const compared = form.locator('xpath=following-sibling::*[1]')
    const compare = async (code: string, says: string): Promise<void> => {
      await fillIn(form, { '確認コード': code })
      await press(form, '照合する')
      await expect(compared).toContainText(says)
    }
    await compare(receipt.code.toLowerCase().replaceAll('-', ' '), 'A-R8-017-001')
    await expect(compared).toContainText('R8税収1234')
    await station(city, '201-code-typed', form)
    await compare(`${receipt.code.slice(0, -1)}${receipt.code.endsWith('7') ? '8' : '7'}`, '打ち間違い')
  })

  let no = ''
  await test.step('step 10: an application for a carry-out is answered by the city under its own number', async () => {
    no = await applyAsOba()
    await page.reload()
    await issueLetter(page, 'F-11', no)
    const application = folder('application')
    await contractor.answerFileDialog(application)
    await press(page, '提出する')
    await expect.poll(() => readdirSync(application).some((name) => name.endsWith('.csv'))).toBe(true)
    const results = await importDocuments(city.page, [only(application, '.pdf')], 'R8税収1240')
    await expect(results).toContainText('署名も値も真正です')
    await station(city, '202-application-imported', results)
    await answerApplication(city, { docNo: readdirSync(application)[0]?.split('.')[0] ?? '', decision: '承認', approvalNo: 'R8税承0061', into: folder('answer') })
    await station(city, '203-answered')
  })

  await test.step('the answer waits for our own supervisor, and then stands on the carry-out (R-07, R-08)', async () => {
    const answer = [only(folder('answer'), '.json'), only(folder('answer'), '.p7s')]
    const early = await takeIn(page, answer)
    await expect(early.getByRole('alert')).toContainText('第11条第2号')
    await contractor.screenshot('204-answer-too-early')
    await press(early, '閉じる')
    await goTo(page, '持出')
    await press(page, `${no}を開く`)
    await press(page, '承認する')
    await expect(page.getByRole('form', { name: '甲の承認を記録します' })).toBeVisible()
    const taken = await takeIn(page, answer)
    await expect(taken.getByText(/回答書 1件/)).toBeVisible()
    await contractor.screenshot('205-answer-taken')
    await press(taken, '閉じる')
    await goTo(page, '持出')
    await press(page, `${no}を開く`)
    await expect(page.getByText('R8税承0061').first()).toBeVisible()
    await expect(page.getByRole('form', { name: '持ち出す直前に確かめ、記録します' })).toBeVisible()
    await station(contractor, '206-permitted-by-file')
  })

  await test.step('step 13: what the city asks for is issued at once, and taken in', async () => {
    await recordRequest(page, 'F-33')
    await issueLetter(page, 'F-33', '令和')
    await handIn(contractor, '取扱状況報告書', folder('report'))
    const results = await importDocuments(city.page, [only(folder('report'), '.pdf')], 'R8税収1301')
    await expect(results).toContainText('署名も値も真正です')
  })

  await test.step('step 16: what no paper says has ended is with the contractor; given back, its copy in the vault still is (article 15①)', async () => {
    await goTo(city.page, '精算')
    await expect(city.page.getByText('受託者に1件が残っています。')).toBeVisible()
    await station(city, '207-unsettled')

    await goTo(page, '契約')
    await page.getByRole('main').getByRole('link', { name: contract.title }).click()
    await press(page, '精算を開く')
    await station(contractor, '208-settlement')
    await expect(page.getByText(/残っているものが\d+件あるため、業務を終えられません。/).first()).toBeVisible()
    await expect(desk.contracts.close({ contractId, typedContractNo: contract.contractNo })).rejects.toMatchObject({ objections: [{ rule: 'R-33' }] })
    await page.getByRole('button', { name: '返却・納品を記録する' }).or(page.getByRole('link', { name: '返却・納品を記録する' })).first().click()
    await page.getByRole('checkbox', { name: /^A-R8-017-001/ }).check()
    await fillIn(page, { '場所': '税務課窓口' })
    await press(page, '記録する')
    await expect(page.getByRole('heading', { level: 1, name: '精算' })).toBeVisible()
    await issueLetter(page, 'F-26', '')
    const back = folder('given-back')
    await contractor.answerFileDialog(back)
    await press(page, '提出する')
    await expect.poll(() => readdirSync(back).some((name) => name.endsWith('.csv'))).toBe(true)
    const results = await importDocuments(city.page, [only(back, '.pdf')], 'R9税収0310')
    await expect(results).toContainText('署名も値も真正です')
    await goTo(city.page, '精算')
    await expect(city.page.getByRole('region', { name: '預けたもの' })).toContainText(basename(only(back, '.pdf'), '.pdf'))
    await expect(city.page.getByText('受託者に1件が残っています。')).toBeVisible()
    await station(city, '209-given-back')
  })

  await test.step('step 16: the certificate settles it, the city confirms that nothing is left, and the contractor takes that in (article 15①, F-27)', async () => {
    const certificate = await eraseTheVaultsCopy()
    const papers = (await desk.receipts.save({ id: certificate.id, into: folder('certificate') })).paths
    const results = await importDocuments(city.page, [ending(papers, '.csv')], 'R9税収0331')
    await expect(results).toContainText('署名も値も真正です')
    await goTo(city.page, '精算')
    await expect(city.page.getByText('受託者に1件が残っています。')).toBeHidden()
    await station(city, '210-settled')

    await page.reload()
    await issueLetter(page, 'F-27')
    const last = folder('nothing-left')
    await contractor.answerFileDialog(last)
    await press(page, '提出する')
    await expect.poll(() => readdirSync(last).some((name) => name.endsWith('.csv'))).toBe(true)
    await expect(await importDocuments(city.page, [only(last, '.pdf')], 'R9税収0332')).toContainText('署名も値も真正です')
    await answerApplication(city, { docNo: basename(only(last, '.pdf'), '.pdf'), decision: '確認', approvalNo: 'R9税確0001', into: folder('confirmed') })
    await station(city, '211-confirmed')
    const taken = await takeIn(page, [only(folder('confirmed'), '.json'), only(folder('confirmed'), '.p7s')])
    await expect(taken.getByText(/回答書 1件/)).toBeVisible()
    await press(taken, '閉じる')
    await expect(page.getByRole('cell', { name: 'R9税収0332' })).toBeVisible()
    await station(contractor, '212-nothing-left')
  })

  await test.step('step 17: with nothing left, the work ends, and its records are only read (article 15①)', async () => {
    await goTo(page, '契約')
    await page.getByRole('main').getByRole('link', { name: contract.title }).click()
    await press(page, '精算を開く')
    await fillIn(page, { '契約番号を入力してください': contract.contractNo })
    await press(page, '業務を終える')
    await expect(page.getByText('この業務は終わっています')).toBeVisible()
    await station(contractor, '213-closed')
  })

  await test.step('step A: an auditor sees all, changes nothing, and takes the evidence of the contract along (article 17)', async () => {
    const auditor = await desk.people.register({ name: '監査 一郎', kana: 'カンサ イチロウ', company: null, employment: '正社員', title: '監査人', email: '', tel: '', roles: ['auditor'] })
    await giveId(desk, { personId: auditor.id, loginId: 'kansa', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
    await desk.vault.unlock({ loginId: 'kansa', password: PASSWORD })
    await page.reload()
    await goTo(page, '書類')
    const into = folder('evidence')
    await contractor.answerFileDialog(into)
    await press(page, '証跡一式を書き出す')
    await expect(page.getByText(/証明を付けて書き出しました。/)).toBeVisible()
    expect(readdirSync(into)).toHaveLength(1)
    await station(contractor, '214-evidence', page.getByText(/証明を付けて書き出しました。/))
    await expect(desk.media.register({ no: null, type: 'USBメモリ', maker: '', model: '', serial: 'S-1', capacityBytes: null, owner: '乙', ownerNo: '', storagePlace: '本社', lockType: '鍵', keyHolder: '大庭' })).rejects.toMatchObject({ objections: [{ code: 'not-your-office' }] })
  })

  expect(contractor.complaints).toEqual([])
  expect(city.complaints).toEqual([])
  rmSync(table, { recursive: true, force: true })

  /** What is left at the desk ends, and the copy in the vault is erased by one and verified by another; disposal.test.ts walks that in the window. */
  async function eraseTheVaultsCopy(): Promise<IssuedDocument> {
    const people = await desk.people.list()
    const [first, keeper] = ['mizuno', 'oba'].map((loginId) => people.find((person) => person.loginId === loginId))
    const [item] = await desk.packages.items({ contractId })
    const [stick] = await desk.media.list()
    if (!first || !keeper || !item || !stick) throw new Error('there are two people, an item and its stick')
    for (const { id } of await desk.carryOuts.list({ contractId })) await desk.carryOuts.withdraw({ carryOutId: id, reason: '郵送に変更' })
    await desk.media.giveBack({ no: stick.no, receivedBy: '森川 奏', place: '税務課窓口' })
    const plan = await desk.disposals.plan({
      contractId, plannedOn: today, place: '本社3階 第2作業室', operator: keeper.id, verifier: first.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
      targets: [{ kind: 'vault', medium: null, paths: [], itemIds: [item.id], information: '宛名・税額データ', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '' }],
    })
    const notice = await desk.disposals.issueNotice({ planId: plan.id })
    await desk.disposals.submitNotice({ planId: plan.id })
    await expect(await importDocuments(city.page, [ending((await desk.receipts.save({ id: notice.id, into: folder('notice') })).paths, '.pdf')], 'R9税収0311')).toContainText('署名も値も真正です')
    await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
    const { wipe } = await desk.disposals.wipeVault({ planId: plan.id, targetNo: 1, witness: null, second: { loginId: 'mizuno', password: PASSWORD } })
    await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    if (!wipe) throw new Error('nobody called it off')
    await desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
    return desk.disposals.certify({ wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' })
  }

  /** Whoever applies does not approve: another sits at the desk for it, behind the page. */
  async function applyAsOba(): Promise<string> {
    await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
    const keeper = (await desk.people.list()).find(({ loginId }) => loginId === 'oba')
    const now = Date.now()
    const { no } = await desk.carryOuts.apply({
      contractId, kind: 'document', content: '校正紙', quantity: 3, medium: null, packages: [], protection: '鍵のかかるかばん', personalInfo: true, myNumber: false, records: 12, purpose: '納品確認', destination: '青葉野市役所 税務課',
      route: '社用車で直行・直帰', persons: keeper ? [keeper.id] : [], outFrom: now as Instant, dueAt: (now + 4 * HOUR) as Instant, eraseAfterUse: false, eraseNote: '持ち帰る',
    })
    await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    return no
  }
})

const ending = (paths: readonly string[], end: string): string => paths.find((path) => path.endsWith(end)) ?? `no ${end}`
const only = (folder: string, end: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? `no ${end}`)
