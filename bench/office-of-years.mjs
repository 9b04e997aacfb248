// What an office writes down in years: parcels from draft to arrival, and in between people who come and go.

const START = Date.UTC(2026, 3, 1)
const people = [['p-1', '水野 灯里', 'ミズノ アカリ'], ['p-2', '𠮷田 美咲', 'ヨシダ ミサキ'], ['p-3', '髙橋 亮', 'タカハシ リョウ'], ['p-4', '大庭 健吾', 'オオバ ケンゴ']]
const services = [['日本郵便', '簡易書留'], ['日本郵便', '書留'], ['佐川急便', '飛脚セキュリティ便'], ['ヤマト運輸', '美術品輸送（セキュリティ）']]
const contents = ['納税通知書データ', '校正データ', '封入封緘後の残部', '課税明細データ', '口座振替結果データ', '国民健康保険料決定通知書']
const recipients = [['総務部税務課', '森川 奏', '主査'], ['健康福祉部保険年金課', '東條 かおり', '係長'], ['市民部市民課', '渡邉 一郎', ''], ['上下水道局 料金課', '齋藤 花子', '主任']]
const SHA = '9'.repeat(64)
const of = (list, n) => list[n % list.length]
/** Drawn from n alone, so that every run writes the same office. */
const drawn = (n, most) => Math.floor((((n * 2654435761) >>> 0) / 2 ** 32) * most)

const person = ([id, name, kana], i) => ({ id, name, kana, company: null, employment: '正社員', title: '', email: '', tel: '', roles: i === 0 ? ['administrator', 'supervisor'] : ['worker'], loginId: i === 0 ? 'mizuno' : null, trainings: [{ on: '2026-04-01', title: '研修', trainer: '水野', method: '集合', score: 100, textSha256: null }], pledge: { on: '2026-04-01', textVersion: 'v1', signedBy: '自署', scanSha256: null }, registeredAt: START })
const contract = (n) => ({
  id: `c-${n}`, contractNo: `R8-税-${String(n).padStart(3, '0')}`, title: '令和9年度市民税・県民税納税通知書データ作成業務委託', shortNo: `R8-${String(n).padStart(3, '0')}`,
  city: { name: '青葉野市', addressee: '青葉野市長', section: '総務部税務課', officer: '森川 奏', officerTitle: '主査', securityManager: '西園 直樹' }, contractor: '株式会社ひかりの丘データサービス', periodFrom: '2026-04-01', periodTo: '2031-03-31', importanceClass: '重要情報', isSystemOpsContract: false,
  specification: { title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: SHA, agreedOn: '2026-04-01' }, certifications: [], retentionYears: 5, recipients: [], agreedServices: [], counterpartKey: null, openedAt: START, state: 'active',
})
const medium = (n) => ({ no: `MED-2026-${String(n).padStart(4, '0')}`, type: 'USBメモリ', maker: '', model: '', serial: `AZ${String(n * 7919).padStart(8, '0')}`, capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: '大庭 健吾', state: '保管', registeredAt: START })

function mailing(n) {
  const [carrier, service] = of(services, drawn(n, 97))
  const [department, name, title] = of(recipients, drawn(n + 1, 97))
  return {
    id: `m-${n}`, no: `送-R8-${String(n + 1).padStart(6, '0')}`, contractId: `c-${1 + (n % 4 === 3 ? 1 : 0)}`, recipient: { organisation: '青葉野市', department, name, title, email: '', postalCode: '', address: '青葉野市架空町1番地', tel: '', exception: null },
    contentKind: 'medium', isShinsho: false, content: `${of(contents, drawn(n + 2, 97))}（第${1 + drawn(n + 3, 12)}期）`, quantity: 1 + drawn(n, 5), medium: `MED-2026-${String(1 + drawn(n, 40)).padStart(4, '0')}`, mediumFolder: null, packages: [], documentNos: [], carrier, service, sealNo: `S-${n}`,
    exception: null, packedBy: of(people, n)[0], packedAt: START + n * 600_000, shinten: null, trackingNo: null, trackingWarnings: [], dispatchedAt: null, slipSha256: null, keyTold: null, arrivedAt: null, arrivedTo: '', contentWarnings: [], state: 'drafted',
  }
}

/** The acceptance slip of a parcel, kept in the vault. */
export const slipOf = (n) => ({ kind: '引受証', name: `引受証-${n}.jpg`, type: 'image/jpeg', blob: `blob-${n.toString(16).padStart(32, '0')}`, size: 240_000, sha256: SHA, at: START + n * 600_000 })

/** A parcel as it is when all is over. */
const ended = (parcel, n, at) => ({
  ...parcel, shinten: { checkedBy: of(people, n + 1)[0], at }, trackingNo: String(10_000_000_000 + drawn(n, 9e9)), dispatchedAt: at, arrivedAt: at + 86_400_000, arrivedTo: parcel.recipient.name, state: 'received',
  cityReceipt: { by: parcel.recipient.name, at: at + 90_000_000, how: '受領票', cityRef: '' }, mediumBack: { at: at + 100_000_000, storagePlace: '施錠キャビネットC-2' },
})

/** `brief`: a parcel is one entry, as it is at the end; for whoever wants rows and has no hour to wait. `rows` parcels within `many` entries; all but the last fifty arrived. `first` numbers the first parcel, and leaves out the office itself when it is not 0. */
export function* entriesOf(rows, many, first = 0, brief = false) {
  let seq = 0
  const entry = (n, by, type, data) => { seq++; return { type, at: START + n * 600_000 + (seq % 5) * 60_000, by, data } }
  if (first === 0) {
    yield entry(0, null, 'office-opened', { organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' }, keys: { rootPem: 'R', fingerprint: 'ab', checkpointKeyPem: 'K', checkpointKeyId: 'cd', checkWords: [], encryptionPem: null }, administrator: person(people[0], 0) })
    for (const [i, one] of people.slice(1).entries()) yield entry(0, 'p-1', 'person-registered', { person: person(one, i + 1) })
    for (const n of [1, 2]) yield entry(0, 'p-1', 'contract-opened', { contract: contract(n) })
    for (let n = 1; n <= 40; n++) yield entry(0, 'p-1', 'medium-registered', { medium: medium(n) })
  }
  const fillers = Math.max(0, Math.floor((many - seq - rows * 6) / Math.max(1, rows)))
  for (let n = first; n < first + rows; n++) {
    const parcel = mailing(n)
    const at = START + n * 600_000
    const who = parcel.packedBy
    if (brief && n < rows - 50) {
      yield entry(n, who, 'mailing-drafted', { mailing: ended(parcel, n, at) })
      continue
    }
    yield entry(n, who, 'mailing-drafted', { mailing: parcel })
    if (first === 0) {
      yield entry(n, who, 'shinten-confirmed', { mailingId: parcel.id, checkedBy: of(people, n + 1)[0], at })
      yield entry(n, who, 'mailing-dispatched', { mailingId: parcel.id, trackingNo: String(10_000_000_000 + drawn(n, 9e9)), warnings: [], slipSha256: SHA, at, slip: slipOf(n) })
      if (n < rows - 50) {
        yield entry(n, who, 'mailing-arrived', { mailingId: parcel.id, at: at + 86_400_000, to: parcel.recipient.name })
        yield entry(n, who, 'mailing-received', { mailingId: parcel.id, receipt: { by: parcel.recipient.name, at: at + 90_000_000, how: '受領票', cityRef: '' } })
        yield entry(n, who, 'medium-back', { no: parcel.medium, storagePlace: '施錠キャビネットC-2', at: at + 100_000_000 })
      }
    }
    for (let i = 0; i < fillers; i++) yield entry(n, who, i % 2 ? 'signed-out' : 'signed-in', i % 2 ? { personId: who, why: 'asked' } : { personId: who })
  }
}
