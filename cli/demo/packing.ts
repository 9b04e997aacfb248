import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DraftMailing, Mailing } from '../../core/mailings/mailing.ts'
import type { Seal } from '../../core/packages/package.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import { instantOf } from '../../core/time.ts'
import type { DemoOffice } from './opening.ts'
import { morikawa, PASSWORD, recipient } from './people.ts'
import { expectThat } from './receiving.ts'
import type { Stage } from './stage.ts'

/** Step 11: sealed, verified, checked by a second person, numbered, and on its way. */
export async function playPacking(stage: Stage, office: DemoOffice, handover: Handover): Promise<void> {
  const { contractor, step, say, at, refused } = stage
  at('2026-12-18T13:00:00+09:00')
  step('11', '封をして検証し、簡易書留で送る（第11条第3号・第4号・第7号）')
  const medium = await stage.folder('stick-MED-2026-0003')
  const items = await contractor.handovers.items({ handoverId: handover.id })
  const sealed = await contractor.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: medium, namesHidden: true, level: 4 }, { signal: stage.signal })
  if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
  say(`   ○ 梱包 ${sealed.package.no}：${sealed.package.fileCount}ファイル、${sealed.package.bytes}バイト、読み戻して一致`)
  await writeFile(join(await stage.folder('passphrase-told-by-telephone'), 'passphrase.txt'), `${sealed.passphrase}\n`)

  const written = await contractor.packages.writeToMedium({ packageId: sealed.package.id, medium: office.ourStick.no, folder: medium, volumeBytes: null, only: null, typed: null }, { signal: stage.signal })
  if (written.outcome !== 'written') throw new Error('nobody called it off')
  say(`   ○ 媒体 ${written.writing.medium}（製造番号 ${written.writing.serial}）に書き込み、読み戻して一致`)

  const parcel: DraftMailing = {
    contractId: office.contract.id, recipientName: recipient.name, contentKind: 'medium', isShinsho: false, content: '納品データ', quantity: 1, medium: office.ourStick.no, mediumFolder: medium,
    packages: [sealed.package.id], documentNos: [], carrier: '日本郵便', service: '簡易書留', sealNo: 'S-0117', copied: null, exception: null,
  }
  const plain = join(medium, '名簿.csv')
  await writeFile(plain, 'plain\n')
  await refused('暗号化されていないファイルを一緒に送る', 'R-11', () => contractor.mailings.draft(parcel))
  await rm(plain)
  await refused('レターパックライトで送る', 'R-12', () => contractor.mailings.draft({ ...parcel, service: 'レターパックライト' }))
  await refused('紙の報告書を宅急便で送る', 'R-15', () => contractor.mailings.draft({ ...parcel, contentKind: 'document', isShinsho: true, packages: [], medium: null, mediumFolder: null, carrier: 'ヤマト運輸', service: '宅急便' }))
  await refused('FAXで送る', 'R-18', () => contractor.faxes.request({ contractId: office.contract.id, recipientName: morikawa.name, faxNo: '000-000-1234', faxNoAgain: '000-000-1234', content: '校正紙', itemIds: [], exception: null }))

  const mailing = await contractor.mailings.draft(parcel)
  const seen = { mailingId: mailing.id, checker: { loginId: 'oba', password: PASSWORD }, sealNo: 'S-0117', contentsCompared: true }
  await refused('梱包した本人が親展を確認する', 'R-14', () => contractor.mailings.confirmShinten({ ...seen, checker: { loginId: 'mizuno', password: PASSWORD } }))
  await refused('親展の確認なしに発送する', 'R-14', () => contractor.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null }))
  await contractor.mailings.confirmShinten(seen)
  await refused('追跡番号を打ち間違える（387-00-12354-3）', 'R-13', () => contractor.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12354-3', slip: null }))
  const { warnings } = await contractor.mailings.checkTracking({ contractId: office.contract.id, carrier: '日本郵便', service: '簡易書留', raw: '588-00-12345-4' })
  say(`   △ 588-00-12345-4 → ${warnings.includes('perhaps-tokutei-kiroku') ? '特定記録の番号の可能性' : '？'}`)
  const sent = await contractor.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
  say(`   ○ 発送 ${sent.no}：${sent.carrier} ${sent.service} 387-00-12345-3　封印 ${sent.sealNo}　親展確認 大庭 健吾`)
  await contractor.mailings.tellKey({ id: mailing.id, channel: '電話', at: at('2026-12-18T15:10:00+09:00'), to: morikawa.name, exception: null })
  say('   ○ 鍵は電話で伝達（記録には残しません）')
  await printPapers(stage, mailing.id)

  await playOpening(stage, office, { path: sealed.package.path, passphrase: sealed.passphrase })
  await playEnvelope(stage, office, items.map(({ id }) => id))
  await playMail(stage, office, sealed.package.id)
  await playArrival(stage, office, mailing.id)
}

/** 親展 and the address for both envelopes, and the slip that lies inside. */
async function printPapers({ contractor, say, folder }: Stage, mailingId: Mailing['id']): Promise<void> {
  const into = await folder('parcel-papers')
  for (const paper of ['宛名A4', '宛名ラベル', '送付票'] as const) await contractor.mailings.print({ mailingId, paper, into })
  say('   ○ 宛名（親展）と送付票（F-13）を印刷')
}

/** Step 12: nobody has said by the 23rd that it came; it had, on the 21st. The city says so itself, and hands the stick back. */
async function playArrival(stage: Stage, { ourStick }: DemoOffice, mailingId: Mailing['id']): Promise<void> {
  const { contractor, step, say, at } = stage
  at('2026-12-23T09:00:00+09:00')
  step('12', '到着を確かめ、市の受領と媒体の戻りを記録する（第11条第4号・第5号）')
  const { cards } = await contractor.home.today()
  expectThat(cards.some(({ code, subjectId }) => code === 'parcel-not-arrived' && subjectId === mailingId), 'what has not arrived is on the desk')
  say('   ⚠ 到着の期限を過ぎても到着の記録がない → 未着の調査')
  await contractor.mailings.inquire({ mailingId, at: at('2026-12-23T09:20:00+09:00'), asked: '日本郵便 お客様サービス相談センター', question: '配達状況の確認', answer: '12月21日11時05分に配達済み' })
  await contractor.mailings.arrive({ mailingId, at: instantOf('2026-12-21T11:05:00+09:00'), to: morikawa.name })
  await contractor.mailings.confirmReceipt({ mailingId, receipt: { by: morikawa.name, at: at('2026-12-23T09:40:00+09:00'), how: '電話', cityRef: '' } })
  at('2026-12-24T15:00:00+09:00')
  await contractor.media.bringBack({ no: ourStick.no, storagePlace: '本社3階 施錠キャビネットC-2' })
  say(`   ○ 12月21日に到着、森川 奏が受領を確認。媒体 ${ourStick.no} は窓口で返却され、施錠して保管`)
}

/** The city opens what arrived, with the passphrase that it was told. */
async function playOpening({ city, say, folder }: Stage, { cityContract }: DemoOffice, { path, passphrase }: { path: string; passphrase: string }): Promise<void> {
  const key = { kind: 'passphrase' as const, passphrase }
  const verified = await city.packages.verify({ packageId: null, path, key, contractId: cityContract.id })
  expectThat(verified.outcome === 'whole', 'what arrived is whole')
  const opened = await city.packages.open({ path, key, into: join(await folder('opened-by-city'), 'told'), contractId: cityContract.id })
  if (opened.outcome !== 'opened') throw new Error('nobody called it off')
  say(`   ○ 市が検証して開く：${opened.files}ファイル、${opened.bytes}バイト`)
}

/** Without a passphrase at all: the key goes into a letter that only the city's certificate opens. */
async function playEnvelope({ contractor, city, say, folder, signal }: Stage, { contract, cityContract }: DemoOffice, itemIds: Seal['itemIds']): Promise<void> {
  const order = { contractId: contract.id, itemIds, paths: [], into: await folder('with-key-letter'), namesHidden: true, level: 4, lock: { kind: 'envelope' as const } }
  const sealed = await contractor.packages.seal(order, { signal })
  if (sealed.outcome !== 'enveloped') throw new Error('the city registered its certificate')
  say(`   ○ 梱包 ${sealed.package.no}：鍵の封筒 ${sealed.package.lock.envelope?.letter.name}（パスフレーズは誰も見ません）`)
  const opened = await city.packages.open({ path: sealed.package.path, key: { kind: 'letter', path: sealed.letter }, into: join(await folder('opened-by-city'), 'enveloped'), contractId: cityContract.id })
  expectThat(opened.outcome === 'opened' && opened.sender === contract.contractor, 'the city opens it with its own key')
  say('   ○ 市が自分の鍵で封筒を開き、梱包を開く')
}

async function playMail(stage: Stage, office: DemoOffice, packageId: DraftMailing['packages'][number]): Promise<void> {
  const { contractor, say, refused } = stage
  const letter = { contractId: office.contract.id, to: [morikawa.email], subject: '校正データの送付', note: 'お世話になっております。校正データを添付します。\n鍵は電話でお伝えします。', package: packageId, into: await stage.folder('mail-drafts'), exception: null }
  await refused('本文に住民の氏名を書く', 'R-19', () => contractor.mails.draft({ ...letter, note: '青葉野太郎様の件です' }))
  await refused('登録のない宛先に送る', 'R-22', () => contractor.mails.draft({ ...letter, to: ['morikawa@example.com'] }))
  const mail = await contractor.mails.draft(letter)
  await contractor.mails.confirmRecipients({ mailId: mail.id, checker: { loginId: 'oba', password: PASSWORD } })
  await contractor.mails.sent({ mailId: mail.id, at: stage.at('2026-12-18T15:20:00+09:00') })
  await refused('鍵を同じメールで送る', 'R-21', () => contractor.mails.tellKey({ id: mail.id, channel: '同じメール', at: stage.at('2026-12-18T15:21:00+09:00'), to: morikawa.name, exception: null }))
  say(`   ○ メール下書き ${mail.no}.eml（宛先確認 大庭 健吾）`)
}

/** What the year has left in the ledger. */
export async function playLedger(stage: Stage): Promise<void> {
  const { contractor, say } = stage
  const checked = await contractor.ledger.verify(undefined)
  expectThat(checked.problems.length === 0, 'the ledger is whole')
  const exported = await contractor.ledger.export({ into: `${await stage.folder('ledger')}/contractor` })
  say('')
  say(`── 台帳　${checked.size}件、問題なし。ルート ${checked.root.slice(0, 16)}…　（${exported.files.length}ファイルに書き出し）`)
}
