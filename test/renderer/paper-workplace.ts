import { leakProneByDefault } from '../../core/devices/leak-prone.ts'
import type { OperationName } from '../../core/contract.ts'
import { Refusal, type Objection } from '../../core/refusal.ts'
import * as facts from './paper-facts.ts'
import type { Scene } from './paper-desk.ts'

/** Places, devices, their checks and the start of work, on paper. */
type Answer = (input: never) => unknown
const at = facts.at
const objection = (code: string, article: string | null, given: object) => ({ code, article, rule: null, facts: given }) as unknown as Objection

const place = (id: string, name: string, more: object = {}) => ({
  id, contractId: 'c1', name, address: '架空県ひかりの丘市中央一丁目2番3号', room: '本社ビル3階 第2作業室', areaSquareMetres: 42.5, entryControl: 'ICカード（入退室記録あり）', lockStorage: '施錠キャビネットC-2（鍵管理者 大庭 健吾）', devices: '', network: '業務用LAN', useFrom: '2026-12-01', useTo: null, withinCityHall: false,
  state: '承認', replaces: null, submitted: { on: '2026-12-02', docNo: 'ひ-R8-002' }, decided: { outcome: '承認', cityRef: 'R8税回12', on: '2026-12-03' }, retired: null, registeredAt: at('2026-12-01T09:30:00'), ...more,
})
const places = [place('pl1', '本社3階 第2作業室'), place('pl2', '本社3階 第3作業室', { state: '案', submitted: null, decided: null, replaces: 'pl1', useFrom: '2027-02-01' }), place('pl3', '青葉野市役所 税務課執務室', { room: '市役所本庁舎2階', state: '提出', decided: null, withinCityHall: true, useTo: '2027-03-31' }), place('pl4', '旧第1作業室', { state: '廃止', retired: { from: '2026-12-05', reason: '移転' } })]
const device = (id: string, name: string, more: object = {}) => ({ id, name, assetNo: `HK-${name}`, owner: '株式会社ひかりの丘データサービス', internetConnected: true, portable: false, placeIds: ['pl1'], machine: { id: `m-${id}`, name }, retired: null, registeredAt: at('2026-12-04T09:00:00'), ...more })
const devices = [device('d1', 'PC-021'), device('d2', 'PC-022', { machine: null }), device('d3', 'NPC-007', { portable: true, placeIds: [] }), device('d4', 'PC-010', { retired: { on: '2026-12-08', reason: '老朽化による入替え' } })]
const antivirus = { product: 'Microsoft Defender', engine: '1.1.25100.9', patternOn: '2026-12-10', active: true }
const check = (id: string, deviceId: string, findings: object[] = [], more: object = {}) => ({
  id, no: `C-000${id.slice(1)}`, deviceId, at: at('2026-12-04T09:30:00'), by: 'p1', atTheDevice: true, os: { value: { name: 'Windows 11 Pro 25H2', build: '26200.7171' }, source: 'read' }, lastUpdateOn: { value: '2026-11-28', source: 'read' }, antivirus: { value: antivirus, source: 'read' },
  applications: { count: 126, found: [], source: 'read' }, internetConnected: true, measures: ['添付ファイルの検査'], notPrivate: true, findings, result: '適合', corrective: '', exception: null, ...more,
})
const failing = [{ code: 'leak-prone-found', fails: true, about: 'Dropbox' }, { code: 'updates-old', fails: false, about: '2026-10-20' }]
const checks = [check('k1', 'd1'), check('k2', 'd3', failing, { result: '不適合', corrective: 'Dropboxを削除する予定' })]
const machineFacts = { os: { name: 'Windows 11 Pro 25H2', build: '26200.7171' }, lastUpdateOn: '2026-11-28', antivirus: { ...antivirus, patternOn: null, engine: '', product: 'ウイルスバスター クラウド' }, applications: [{ name: '7-Zip 25.01 (x64)', version: '' }, { name: 'Dropbox', version: '217' }, { name: 'Microsoft Edge', version: '143' }], notSaid: [] }

const lines = [
  { step: 'supervisor', objections: [] }, { step: 'people', objections: [] }, { step: 'places', objections: [] },
  { step: 'devices', objections: [objection('device-not-checked', '11(10)キ', { device: 'PC-022' }), objection('device-check-failed', '11(10)キ', { device: 'NPC-007', check: 'C-0002' })] },
  { step: 'demarcation', objections: [objection('demarcation-missing', '3②', { contractNo: 'R8-税-017' })] },
  { step: 'emergency-plan', objections: [objection('emergency-plan-missing', '18②', { contractNo: 'R8-税-017' })] },
  { step: 'filings', objections: [objection('filing-not-submitted', '6①', { form: 'F-05', requestedBy: '森川 奏' })] },
]
const LONG = '青葉野市市民税・県民税納税通知書データ作成業務のための第2作業室（本社ビル3階北側、旧電算室を改装した施錠区画であって、監視カメラ及び入退室記録装置を備え、かつ関係者以外の立入りを禁止するもの）'

export function workplaceAnswers(scene: Scene, some: <T>(list: readonly T[]) => readonly T[]): Partial<Record<OperationName, Answer>> {
  const hostile = scene === 'hostile'
  return {
    'places.list': () => (hostile ? Array.from({ length: 40 }, (_, i) => place(`h${i}`, `${LONG}${i}`, { room: LONG, address: LONG })) : some(places)),
    'places.register': () => { throw new Refusal([objection('contract-closed', '15①', { contractNo: 'R8-税-017' })]) },
    'devices.list': () => (hostile ? Array.from({ length: 200 }, (_, i) => device(`h${i}`, `𠮷田 髙﨑 専用機 ${LONG}`, { placeIds: [] })) : some(devices)),
    'devices.checks': () => some(checks),
    'devices.leakProne': () => leakProneByDefault,
    'devices.look': () => { if (scene === 'errors') throw new Error('paper'); return { machine: { id: 'm-d1', name: 'PC-021' }, device: devices[0], facts: hostile ? { ...machineFacts, applications: Array.from({ length: 30 }, (_, i) => ({ name: `Dropbox ${i} ${LONG}`, version: '' })) } : machineFacts } },
    'devices.check': () => (scene === 'errors' ? (() => { throw new Refusal([objection('wrong-password', '11(10)ア', { triesLeft: 3 })]) })() : check('k3', 'd1', failing, { result: '不適合' })),
    'workplace.here': () => ({ machine: { id: 'm-d1', name: 'PC-021' }, deviceId: scene === 'empty' ? null : scene === 'errors' ? 'd3' : 'd1', places: scene === 'errors' ? [] : [{ contractId: 'c1', placeId: 'pl1' }] }),
    'workplace.readiness': () => ({ contractId: 'c1', startedAt: null, lines }),
    'workplace.emergencyPlan': () => null,
    'workplace.start': () => { throw new Refusal(lines.flatMap(({ objections }) => objections)) },
  }
}
