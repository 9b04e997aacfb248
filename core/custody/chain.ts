import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Item } from '../handovers/item.ts'
import { asCompared } from '../handovers/rules.ts'
import type { EntryType } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Package } from '../packages/package.ts'
import type { Chain, Hop } from './hop.ts'
import { hopsOfEnd } from './ending.ts'
import { hopsOfLeaving } from './leaving.ts'

/** A hop before it has its number. */
export type Step = Omit<Hop, 'no'>
/** What every part of a chain looks at. */
export interface Way { reading: Reading; contract: ContractOfWork; item: Item; packages: readonly Package[] }

/**
 * The custody chain of one item (Art. 11(9), F-20): every hop that the ledger knows, in the order of time, each with its custodians, its
 * hashes before and after, its evidence, and what it lacks. Pure: the same ledger always tells the same chain.
 */
export function chainOf(reading: Reading, contract: ContractOfWork, item: Item): Chain {
  const packages = reading.list('package', contract.id).filter((sealed) => sealed.itemIds.includes(item.id) && sealed.state !== 'abandoned' && sealed.state !== 'sealing')
  const way: Way = { reading, contract, item, packages }
  const steps = [...received(way), ...copied(way), ...packages.flatMap((sealed) => packed(way, sealed)), ...hopsOfLeaving(way), ...hopsOfEnd(way)]
  const hops = steps.map((step, i) => ({ step, i })).sort((a, b) => a.step.at - b.step.at || a.i - b.i).map(({ step }, i): Hop => ({ ...step, no: i + 1 }))
  return { item, hops, gaps: hops.reduce((sum, { gaps }) => sum + gaps.length, 0) }
}

/** `#seq` of the entries that speak of a thing, as far as these types go; counted from 0, as the ledger's screen does. */
export function entriesOf(reading: Reading, id: string, types: readonly EntryType[]): string[] {
  return (reading.get('marks', id)?.marks ?? []).filter(({ type }) => types.includes(type)).map(({ seq }) => `#${seq}`)
}
export const nameOf = (reading: Reading, personId: string | null | undefined): string => (personId ? (reading.get('person', personId)?.name ?? personId) : '')
/** 「株式会社… 水野 灯里」. */
export const ours = ({ reading, contract }: Way, personId: string | null | undefined): string => `${contract.contractor}　${nameOf(reading, personId)}`.trim()
export const VAULT = '暗号化保管庫'

function received(way: Way): Step[] {
  const { reading, contract, item } = way
  const handover = reading.get('handover', item.handoverId)
  if (!handover?.actual) return []
  const { actual, receiptNo, deliveredBy, receivedBy, medium, storagePlace } = handover
  const listed = handover.cityList.find(({ name }) => asCompared(name) === asCompared(item.name))?.sha256 ?? null
  const receipt = reading.list('issued', contract.id).find(({ docNo }) => docNo === receiptNo)
  const receiving: Step = {
    kind: '受領', at: actual.at, from: `${contract.city.name}　${deliveredBy}`.trim(), to: ours(way, receivedBy), means: `${actual.means}（${actual.place}）${medium ? `・媒体${medium}` : ''}`,
    acceptedAt: receipt?.acknowledgedAt ?? null, before: listed, after: item.sha256,
    evidence: [...(receiptNo ? [receiptNo] : []), ...(receipt?.cityReceiptNo ? [receipt.cityReceiptNo] : []), ...entriesOf(reading, handover.id, ['receiving-ended', 'difference-noted'])],
    gaps: [
      ...(receiptNo === null ? ['no-receipt' as const] : receipt?.state === 'acknowledged' ? [] : ['not-acknowledged' as const]),
      ...(listed === null ? ['hash-not-listed' as const] : listed === item.sha256 ? [] : ['hash-differs' as const]),
    ],
  }
  const keeping: Step = {
    kind: '保管', at: actual.at, from: ours(way, receivedBy), to: `${contract.contractor}　${storagePlace}`.trim(), means: item.blob === null ? storagePlace : VAULT, acceptedAt: null,
    before: item.sha256, after: item.sha256, evidence: entriesOf(reading, handover.id, ['receiving-ended']), gaps: [],
  }
  return [receiving, keeping]
}

function copied(way: Way): Step[] {
  const { reading, contract, item } = way
  return reading.list('copy', contract.id).filter(({ itemId, state }) => itemId === item.id && (state === 'in use' || state === 'ended' || state === 'making')).flatMap((copy): Step[] => {
    const { made, ended, place } = copy
    const begun: Step = {
      kind: '複製', at: made?.at ?? copy.approved?.at ?? copy.requestedAt, from: `${contract.contractor}　${VAULT}`, to: `${contract.contractor}　${place}`, means: `${copy.no}（${copy.kind}）・${nameOf(reading, made?.by ?? copy.requestedBy)}`,
      acceptedAt: null, before: item.sha256, after: made && made.path !== null ? made.sha256 : null, evidence: [copy.no, ...entriesOf(reading, copy.id, ['copy-made'])],
      gaps: [...(made ? [] : ['being-made' as const]), ...(made && made.path !== null && made.sha256 !== item.sha256 ? ['hash-differs' as const] : [])],
    }
    if (!ended) return [begun]
    const certificate = ended.wipeId === null ? null : (reading.get('wipe', ended.wipeId)?.certificateNo ?? null)
    return [begun, {
      kind: '消去', at: ended.at, from: `${contract.contractor}　${place}`, to: '', means: `${copy.no}・${ended.how}`, acceptedAt: null, before: made?.sha256 ?? null, after: null,
      evidence: [copy.no, ...(certificate ? [certificate] : []), ...entriesOf(reading, copy.id, ['copy-ended'])], gaps: ended.wipeId === null && made?.path !== null ? ['not-verified'] : [],
    }]
  })
}

function packed(way: Way, sealed: Package): Step[] {
  const { reading, contract, item } = way
  const inside = sealed.files.find(({ sha256 }) => sha256 === item.sha256)
  const whole: Step = {
    kind: '梱包', at: sealed.verifiedAt ?? sealed.sealedAt, from: `${contract.contractor}　${VAULT}`, to: `${contract.contractor}　${sealed.no}`, means: `${sealed.lock.container}・${nameOf(reading, sealed.sealedBy)}`, acceptedAt: null,
    before: item.sha256, after: inside?.sha256 ?? null, evidence: [sealed.no, ...entriesOf(reading, sealed.id, ['sealing-ended'])],
    // Only the first thousand files are named one by one; a package with more says nothing of the rest.
    gaps: inside || sealed.fileCount > sealed.files.length ? [] : ['hash-differs'],
  }
  const writings = reading.list('writing', contract.id).filter((writing) => writing.packageId === sealed.id && writing.state === 'written')
  return [whole, ...writings.map((writing): Step => ({
    kind: '書込み', at: writing.endedAt ?? writing.begunAt, from: `${contract.contractor}　${sealed.no}`, to: `${contract.contractor}　媒体${writing.medium}`, means: `書込み・読み返し（${nameOf(reading, writing.by)}）`, acceptedAt: null,
    before: sealed.sha256, after: sealed.volumes.length === 0 ? (writing.parts[0]?.sha256 ?? null) : sealed.sha256,
    evidence: [sealed.no, writing.medium, ...entriesOf(reading, writing.id, ['medium-writing-ended'])], gaps: writing.readBack === 'uncached' ? [] : ['read-from-cache'],
  }))]
}
