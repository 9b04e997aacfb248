import type { Package } from '../packages/package.ts'
import { partsWritten } from '../packages/write.ts'
import { entriesOf, nameOf, ours, type Step, type Way } from './chain.ts'
import type { HopGap } from './hop.ts'

/** Every time that the item, in a package or as paper, left the house: parcels, mails, carry-outs, faxes. */
export const hopsOfLeaving = (way: Way): Step[] => [...posted(way), ...mailed(way), ...carried(way), ...faxed(way)]

const shaOf = (packages: readonly Package[], ids: readonly string[]): { no: string[]; sha256: string | null } => {
  const [first, ...others] = packages.filter(({ id }) => ids.includes(id))
  return { no: [...(first ? [first.no] : []), ...others.map(({ no }) => no)], sha256: first && others.length === 0 ? first.sha256 : null }
}
const holds = ({ packages }: Way, ids: readonly string[]) => packages.some(({ id }) => ids.includes(id))

function posted(way: Way): Step[] {
  const { reading, contract, packages } = way
  return reading.list('mailing', contract.id).filter((m) => m.dispatchedAt !== null && holds(way, m.packages)).map((m): Step => {
    const sealed = packages.filter(({ id }) => m.packages.includes(id))
    const unwritten = m.medium !== null && sealed.some((one) => partsWritten(reading, one, m.medium ?? '').length === 0)
    const { no, sha256 } = shaOf(packages, m.packages)
    const gaps: HopGap[] = m.state === 'returned' ? ['came-back-undelivered'] : m.state === 'missing' ? ['lost'] : m.arrivedAt === null ? ['under-way'] : []
    return {
      kind: '送付', at: m.dispatchedAt ?? m.packedAt, from: ours(way, m.packedBy), to: `${m.recipient.organisation}　${m.arrivedTo === '' ? m.recipient.name : m.arrivedTo}`, means: `${m.carrier}　${m.service}　${m.trackingNo ?? ''}${m.medium ? `・媒体${m.medium}` : ''}`,
      acceptedAt: m.arrivedAt, before: sha256, after: null, evidence: [m.no, ...no, ...entriesOf(reading, m.id, ['mailing-dispatched', 'mailing-arrived', 'mailing-received', 'mailing-returned'])], gaps: unwritten ? ['not-written-by-desk', ...gaps] : gaps,
    }
  })
}

function mailed(way: Way): Step[] {
  const { reading, contract } = way
  return reading.list('mail', contract.id).filter((m) => m.sentAt !== null && holds(way, [m.package])).map((m): Step => ({
    kind: 'メール', at: m.sentAt ?? m.draftedAt, from: ours(way, m.draftedBy), to: m.to.join('、'), means: `電子メール（添付 ${m.attachmentName}）`, acceptedAt: m.receivedAt,
    before: m.attachmentSha256, after: null, evidence: [m.no, ...entriesOf(reading, m.id, ['mail-sent', 'mail-sending-ended', 'mail-sending-settled', 'mail-received'])], gaps: m.receivedAt === null ? ['under-way'] : [],
  }))
}

/** Out and back are two hops: in between it was in the hands of those who carried it. */
function carried(way: Way): Step[] {
  const { reading, contract, packages } = way
  return reading.list('carry-out', contract.id).filter((c) => c.out !== null && holds(way, c.packages)).flatMap((c): Step[] => {
    const { no, sha256 } = shaOf(packages, c.packages)
    const carriers = `${contract.contractor}　${(c.out?.persons ?? c.persons).map((id) => nameOf(reading, id)).join('・')}`
    const out: Step = {
      kind: '持出', at: c.out?.at ?? c.appliedAt, from: `${contract.contractor}　${c.medium === null ? c.content : `媒体${c.medium}`}`, to: carriers, means: `${c.route}（${c.destination}）`, acceptedAt: c.out?.at ?? null, before: sha256, after: sha256,
      evidence: [c.no, ...(c.cityApproval ? [c.cityApproval.ref] : []), ...no, ...entriesOf(reading, c.id, ['carried-out'])], gaps: c.lost ? ['lost'] : c.returned ? [] : ['out'],
    }
    if (!c.returned) return [out]
    return [out, {
      kind: '戻り', at: c.returned.at, from: carriers, to: `${contract.contractor}　${nameOf(reading, c.returned.confirmedBy)}`, means: c.returned.storagePlace, acceptedAt: c.returned.recordedAt, before: sha256, after: null,
      evidence: [c.no, ...entriesOf(reading, c.id, ['carry-out-returned'])], gaps: [],
    }]
  })
}

function faxed(way: Way): Step[] {
  const { reading, contract, item } = way
  return reading.list('fax', contract.id).filter((f) => f.sent !== null && f.itemIds.includes(item.id)).map((f): Step => ({
    kind: 'FAX', at: f.sent?.at ?? f.requestedAt, from: ours(way, f.sent?.by), to: `${f.recipient.organisation}　${f.arrival?.to ?? f.recipient.name}`, means: `FAX ${f.faxNo}（${f.sent?.pages ?? 0}枚）`, acceptedAt: f.state === 'confirmed' ? (f.arrival?.at ?? null) : null,
    before: null, after: null, evidence: [f.no, f.exception.cityRef, ...entriesOf(reading, f.id, ['fax-sent', 'fax-arrived'])], gaps: f.state === 'confirmed' ? [] : f.state === 'differs' ? ['pages-differ'] : ['under-way'],
  }))
}
