import type { Mismatch } from '../city/designation.ts'
import type { Contradiction, SettledItem } from '../city/settling.ts'
import type { Language } from './say.ts'

type Facts = Contradiction['facts']
type Sentence = (documents: readonly string[], facts: Facts) => string

const figures: Readonly<Record<string, readonly [string, string]>> = {
  received: ['受領数', 'received'], returned: ['返却数', 'returned'], erased: ['消去数', 'erased'], disposed: ['廃棄数', 'disposed of'], delivered: ['納品数', 'delivered'], remaining: ['残数', 'remaining'],
}
const mismatchWords: Readonly<Record<Mismatch['what'], readonly [string, string]>> = {
  means: ['受渡しの方法', 'means'], time: ['受渡しの日時', 'time'], place: ['受渡しの場所', 'place'], medium: ['媒体の製造番号', 'serial number'], 'item-missing': ['受け取っていないもの', 'not received'],
  'item-not-designated': ['指定していないもの', 'not designated'], count: ['件数', 'count'], size: ['サイズ', 'size'], sha256: ['内容（SHA-256）', 'content (SHA-256)'],
}

const ja: Readonly<Record<Contradiction['code'], Sentence>> = {
  'receipt-unknown': ([doc, receipt]) => `${doc} が示す預り証 ${receipt} を取り込んでいません。受託者に預り証を求めてください。`,
  'item-unknown': ([doc, receipt], { items }) => `${doc} が示す ${receipt} の項番 ${items} は、その預り証にありません。番号の誤りを受託者に確かめてください。`,
  'items-not-named': ([doc, receipt]) => `${doc} は預り証 ${receipt} のどの項番についてかを示していません。項番を示した訂正版を求めてください。`,
  'notice-unknown': ([doc, notice]) => `${doc} が示す届出書 ${notice} を取り込んでいません。消去・廃棄は事前の届出が必要です。`,
  'executed-before-notice': ([doc, notice], { row, begun, noticed }) => `${doc} の${row}行目は ${begun} に始まっています。届出書 ${notice} の発行（${noticed}）より前です。`,
  'operator-is-verifier': ([doc], { row, person }) => `${doc} の${row}行目は、実施者と確認者が同じ人（${person}）です。別の人による確認が必要です。`,
  'serial-differs-from-drive': ([doc], { row, medium, serial, other }) => `${doc} の${row}行目：${medium} の製造番号が、登録（${serial}）と装置の読取り（${other}）とで違います。`,
  'serial-differs-from-notice': ([doc, notice], { row, medium, serial, other }) => `${doc} の${row}行目：${medium} の製造番号 ${serial} が、届出書 ${notice}（${other}）と違います。`,
  'serial-differs-from-receipt': ([doc, receipt], { row, medium, serial, other }) => `${doc} の${row}行目：${medium} の製造番号 ${serial} が、預り証 ${receipt}（${other}）と違います。`,
  'returned-twice': (documents, { receiptNo, name }) => `${receiptNo} の「${name}」が二度返却されたことになっています（${documents.join('、')}）。`,
  'ended-before-receipt': ([doc, receipt], { row, begun, received }) => `${doc} の${row}行目は ${begun} に始まっていますが、預り証 ${receipt} の受領は ${received} です。`,
  'attendance-not-kept': ([doc, notice], { row, name }) => `届出書 ${notice} への回答で立会い（${name}）を求めましたが、${doc} の${row}行目に立会いの記録がありません。`,
  'figures-differ': ([doc, receipt], { figure, said, counted }) => `${doc} では ${receipt} の${figures[figure ?? '']?.[0] ?? figure}が ${said}、取り込んだ書類では ${counted} です。`,
  'receipt-not-confirmed': ([doc, receipt]) => `${doc} に預り証 ${receipt} の精算がありません。`,
  'not-as-designated': ([receipt], { no, what, item, designated, received }) => `預り証 ${receipt} が受渡しの指定 ${no} と違います：${item === '' ? '' : `「${item}」`}${mismatchWords[what as Mismatch['what']][0]}（指定 ${designated || 'なし'}、預り証 ${received || 'なし'}）。`,
  'not-counted': ([doc]) => `${doc} は署名を確かめられていない（△）ため、精算に数えていません。署名のあるものを取り込んでください。`,
  'cancelled-but-used': ([doc, receipt]) => `${doc} は、取り消された預り証 ${receipt} を示しています。`,
}

const en: Readonly<Record<Contradiction['code'], Sentence>> = {
  'receipt-unknown': ([doc, receipt]) => `${doc} speaks of receipt ${receipt}, which has not been imported. Ask the contractor for it.`,
  'item-unknown': ([doc, receipt], { items }) => `${doc} speaks of items ${items} of ${receipt}, which that receipt does not have.`,
  'items-not-named': ([doc, receipt]) => `${doc} does not say which items of receipt ${receipt} it is about. Ask for a correction.`,
  'notice-unknown': ([doc, notice]) => `${doc} speaks of notice ${notice}, which has not been imported. Disposal takes a notice beforehand.`,
  'executed-before-notice': ([doc, notice], { row, begun, noticed }) => `Row ${row} of ${doc} began on ${begun}, before notice ${notice} was issued (${noticed}).`,
  'operator-is-verifier': ([doc], { row, person }) => `In row ${row} of ${doc}, ${person} both did the work and verified it.`,
  'serial-differs-from-drive': ([doc], { row, medium, serial, other }) => `Row ${row} of ${doc}: the serial number of ${medium} is ${serial} in the register and ${other} in the drive.`,
  'serial-differs-from-notice': ([doc, notice], { row, medium, serial, other }) => `Row ${row} of ${doc}: the serial number of ${medium}, ${serial}, is ${other} in notice ${notice}.`,
  'serial-differs-from-receipt': ([doc, receipt], { row, medium, serial, other }) => `Row ${row} of ${doc}: the serial number of ${medium}, ${serial}, is ${other} on receipt ${receipt}.`,
  'returned-twice': (documents, { receiptNo, name }) => `“${name}” of ${receiptNo} was returned twice (${documents.join(', ')}).`,
  'ended-before-receipt': ([doc, receipt], { row, begun, received }) => `Row ${row} of ${doc} began on ${begun}, but receipt ${receipt} was received on ${received}.`,
  'attendance-not-kept': ([doc, notice], { row, name }) => `Attendance (${name}) was asked for in answer to ${notice}; row ${row} of ${doc} has no witness.`,
  'figures-differ': ([doc, receipt], { figure, said, counted }) => `${doc} says that ${said} of ${receipt} are ${figures[figure ?? '']?.[1] ?? figure}; the imported papers say ${counted}.`,
  'receipt-not-confirmed': ([doc, receipt]) => `${doc} does not settle receipt ${receipt}.`,
  'not-as-designated': ([receipt], { no, what, item, designated, received }) => `Receipt ${receipt} is not as designated in ${no}: ${item === '' ? '' : `“${item}”, `}${mismatchWords[what as Mismatch['what']][1]} (designated ${designated || 'none'}, receipt ${received || 'none'}).`,
  'not-counted': ([doc]) => `${doc} is not counted, since its signature has not been verified (△). Import a signed one.`,
  'cancelled-but-used': ([doc, receipt]) => `${doc} speaks of receipt ${receipt}, which was cancelled.`,
}

/** What contradicts what, by the numbers of the documents, and what to do about it. */
export const sayContradiction = ({ code, documents, facts }: Contradiction, language: Language): string => (language === 'ja' ? ja : en)[code](documents, facts)

/** In what a receipt is not what was designated. */
export const sayMismatch = ({ what, item, designated, received }: Mismatch, language: Language): string =>
  (language === 'ja' ? `${item === '' ? '' : `「${item}」`}${mismatchWords[what][0]}：指定 ${designated || 'なし'} → 預り証 ${received || 'なし'}` : `${item === '' ? '' : `“${item}” `}${mismatchWords[what][1]}: designated ${designated || 'none'}, receipt ${received || 'none'}`)

const waits: Readonly<Record<SettledItem['waits'][number]['why'], readonly [(docNo: string) => string, (docNo: string) => string]>> = {
  'no-document': [() => '返却書も証明書もまだ届いていません', () => 'neither a return nor a certificate has come'],
  'copies-left': [(docNo) => `${docNo} に、写しが残っていると書かれています`, (docNo) => `${docNo} says that copies are left`],
  'notice-open': [(docNo) => `届出書 ${docNo} の証明書が届いていません`, (docNo) => `the certificate to notice ${docNo} has not come`],
  'not-passed': [(docNo) => `${docNo} は合格ではありません`, (docNo) => `${docNo} did not pass`],
}

/** Why an item is not settled yet. */
export const sayWait = ({ why, docNo }: SettledItem['waits'][number], language: Language): string => waits[why][language === 'ja' ? 0 : 1](docNo)
