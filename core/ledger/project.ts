import { PartyKey } from '../contracts/contract-of-work.ts'
import { IssuedDocument } from '../documents/document.ts'
import { Package } from '../packages/package.ts'
import { Wipe } from '../wipes/wipe.ts'
import type { Entry, EntryBody, EntryType } from './entry.ts'
import type { Kept, Kind, Shelf } from './shelf.ts'

/** Counts up when the projection of any entry changes; a store that finds an older number rebuilds from the ledger. */
export const PROJECTION_VERSION = 3

type Data<T extends EntryType> = Extract<EntryBody, { type: T }>['data']
type Projectors = { [T in EntryType]: (data: Data<T>, shelf: Shelf, entry: Entry) => void }

/**
 * Brings the shelf up to date with one entry. Pure but for the shelf: the same ledger always fills the same shelf.
 * Throws when an entry speaks of something that is not there, which rolls the append back.
 */
export function project(entry: Entry, shelf: Shelf): void {
  const projector = projectors[entry.type] as (data: unknown, shelf: Shelf, entry: Entry) => void
  projector(entry.data, shelf, entry)
  shelf.put('clock', 'clock', { at: entry.at })
}

const nothing = () => {}

const projectors: Projectors = {
  'office-opened': ({ organisation, keys, administrator }, shelf) => {
    shelf.put('office', 'office', { organisation, keys })
    shelf.put('person', administrator.id, administrator)
  },
  'signed-in': nothing,
  'signed-out': nothing,
  'sign-in-locked': nothing,
  'account-given': ({ personId, loginId }, shelf) => change(shelf, 'person', personId, (p) => ({ ...p, loginId })),
  'account-resumed': nothing,
  'password-changed': nothing,
  recovered: nothing,
  'clock-went-back': nothing,

  'contract-opened': ({ contract }, shelf) => shelf.put('contract', contract.id, contract),
  'certification-added': ({ contractId, certification }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, certifications: [...c.certifications, certification] })),
  'recipient-added': ({ contractId, recipient }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, recipients: [...c.recipients, recipient] })),
  'service-agreed': ({ contractId, service, cityRef }, shelf) =>
    change(shelf, 'contract', contractId, (c) => ({ ...c, agreedServices: [...c.agreedServices, { service, cityRef }] })),
  'key-registered': ({ contractId, key }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, counterpartKey: PartyKey.parse(key) })),

  'person-registered': ({ person }, shelf) => shelf.put('person', person.id, person),
  'training-recorded': ({ personIds, training }, shelf) => {
    for (const id of personIds) change(shelf, 'person', id, (p) => ({ ...p, trainings: [...p.trainings, training] }))
  },
  'pledge-signed': ({ personId, pledge }, shelf) => change(shelf, 'person', personId, (p) => ({ ...p, pledge })),

  'medium-registered': ({ medium }, shelf) => {
    shelf.put('medium', medium.no, medium)
    count(shelf, 'media')
  },
  'medium-back': ({ no, storagePlace }, shelf) => change(shelf, 'medium', no, (m) => ({ ...m, storagePlace, state: '保管' })),
  'unregistered-medium-refused': nothing,
  'virus-scan-recorded': ({ scan }, shelf) => shelf.put('scan', scan.id, scan),

  'handover-designated': ({ handover }, shelf) => shelf.put('handover', handover.id, handover, handover.contractId),
  'receiving-begun': ({ handoverId }, shelf, { at }) => shelf.put('question', handoverId, { id: handoverId, kind: 'receiving', subject: handoverId, at }),
  'receiving-abandoned': ({ handoverId }, shelf) => shelf.drop('question', handoverId),
  'receiving-ended': ({ handover, items }, shelf) => {
    shelf.drop('question', handover.id)
    // What differed stays in the vault, out of use, until its end is decided (Art. 15).
    for (const earlier of shelf.list('item', handover.id)) shelf.put('item', earlier.id, { ...earlier, state: 'replaced' }, `replaced:${handover.contractId}`)
    shelf.put('handover', handover.id, handover, handover.contractId)
    for (const item of items) shelf.put('item', item.id, item, handover.id)
  },
  'difference-noted': ({ handoverId, note }, shelf) =>
    change(shelf, 'handover', handoverId, (h) => ({ ...h, differenceNote: note, state: 'checked' }), (h) => h.contractId),

  'document-issued': ({ document }, shelf) => {
    shelf.put('issued', document.id, IssuedDocument.parse(document), document.contractId)
    count(shelf, `${document.form}:${document.contractId}`)
    if (document.form === 'F-25') receipted(shelf, document)
    if (document.form === 'F-28') changePlan(shelf, document.subjectId, (p) => ({ ...p, docNo: document.docNo }))
    if (document.form === 'F-30' || document.form === 'F-31') for (const id of document.subjects) certified(shelf, id, document.docNo)
  },
  'document-saved': nothing,
  'document-acknowledged': ({ id, cityReceiptNo, at }, shelf) =>
    change(shelf, 'issued', id, (d) => ({ ...d, state: 'acknowledged', cityReceiptNo, acknowledgedAt: at }), (d) => d.contractId),

  'sealing-begun': ({ package: p }, shelf, { at }) => {
    shelf.put('package', p.id, Package.parse(p), p.contractId)
    shelf.put('question', p.id, { id: p.id, kind: 'sealing', subject: p.no, at })
    count(shelf, `package:${p.contractId}`)
  },
  'sealing-ended': ({ package: p }, shelf) => {
    shelf.drop('question', p.id)
    // Read as it is read today: older entries do not know of envelopes and volumes.
    shelf.put('package', p.id, Package.parse(p), p.contractId)
  },
  'sealing-abandoned': ({ packageId }, shelf) => {
    shelf.drop('question', packageId)
    change(shelf, 'package', packageId, (p) => ({ ...p, state: 'abandoned' }), (p) => p.contractId)
  },

  'medium-writing-begun': ({ writing: w }, shelf, { at }) => {
    shelf.put('writing', w.id, w, w.contractId)
    shelf.put('question', w.id, { id: w.id, kind: 'writing', subject: `${w.packageNo} → ${w.medium}`, at })
  },
  'medium-writing-ended': ({ writing: w }, shelf) => {
    shelf.drop('question', w.id)
    shelf.put('writing', w.id, w, w.contractId)
  },
  'medium-writing-abandoned': ({ writingId }, shelf) => {
    shelf.drop('question', writingId)
    change(shelf, 'writing', writingId, (w) => ({ ...w, state: 'abandoned' }), (w) => w.contractId)
  },
  'package-verified': nothing,
  'package-opened': nothing,
  'package-opening-refused': nothing,

  'mailing-drafted': ({ mailing }, shelf) => {
    shelf.put('mailing', mailing.id, mailing, mailing.contractId)
    count(shelf, `mailing:${mailing.contractId}`)
  },
  'shinten-confirmed': ({ mailingId, checkedBy, at }, shelf) =>
    change(shelf, 'mailing', mailingId, (m) => ({ ...m, shinten: { checkedBy, at }, state: 'checked' }), (m) => m.contractId),
  'mailing-dispatched': ({ mailingId, trackingNo, warnings, slipSha256, at }, shelf) => {
    const mailing = change(shelf, 'mailing', mailingId,
      (m) => ({ ...m, trackingNo, trackingWarnings: warnings, slipSha256, dispatchedAt: at, state: 'dispatched' }), (m) => m.contractId)
    for (const id of mailing.packages) left(shelf, id)
    if (mailing.medium) change(shelf, 'medium', mailing.medium, (m) => ({ ...m, state: '送付中' }))
  },
  'mailing-arrived': ({ mailingId, at, to }, shelf) =>
    change(shelf, 'mailing', mailingId, (m) => ({ ...m, arrivedAt: at, arrivedTo: to, state: 'arrived' }), (m) => m.contractId),
  'mailing-returned': ({ mailingId }, shelf) => change(shelf, 'mailing', mailingId, (m) => ({ ...m, state: 'returned' }), (m) => m.contractId),
  'mailing-withdrawn': ({ mailingId }, shelf) => change(shelf, 'mailing', mailingId, (m) => ({ ...m, state: 'withdrawn' }), (m) => m.contractId),
  'key-told': ({ id, keyTold }, shelf) => {
    if (shelf.get('mailing', id)) change(shelf, 'mailing', id, (m) => ({ ...m, keyTold }), (m) => m.contractId)
    else change(shelf, 'mail', id, (m) => ({ ...m, keyTold }), (m) => m.contractId)
  },

  'mail-begun': ({ contractId }, shelf) => count(shelf, `mail:${contractId}`),
  'mail-abandoned': nothing,
  'mail-withdrawn': ({ mailId }, shelf) => change(shelf, 'mail', mailId, (m) => ({ ...m, state: 'withdrawn' }), (m) => m.contractId),
  'mail-drafted': ({ mail }, shelf) => shelf.put('mail', mail.id, mail, mail.contractId),
  'recipients-confirmed': ({ mailId, by, at }, shelf) =>
    change(shelf, 'mail', mailId, (m) => ({ ...m, recipientsChecked: { by, at }, state: 'checked' }), (m) => m.contractId),
  'mail-sent': ({ mailId, at }, shelf) => {
    const mail = change(shelf, 'mail', mailId, (m) => ({ ...m, sentAt: at, state: 'sent' }), (m) => m.contractId)
    left(shelf, mail.package)
  },
  'mail-received': ({ mailId, at }, shelf) => change(shelf, 'mail', mailId, (m) => ({ ...m, receivedAt: at, state: 'received' }), (m) => m.contractId),

  'document-imported': ({ document }, shelf) => {
    for (const earlier of shelf.list('imported', document.contractId)) {
      const older = earlier.docNo === document.docNo && earlier.id !== document.id && earlier.revision <= document.revision && earlier.supersededBy === null
      // Anybody can write values and their code: only a signature puts an earlier document out of force.
      if (older && document.verdict === 'verified') shelf.put('imported', earlier.id, { ...earlier, supersededBy: document.id }, earlier.contractId)
    }
    shelf.put('imported', document.id, document, document.contractId)
  },
  'import-numbered': ({ id, cityReceiptNo }, shelf) => change(shelf, 'imported', id, (d) => ({ ...d, cityReceiptNo }), (d) => d.contractId),
  'import-refused': nothing,

  'stock-taken': ({ stockTake }, shelf) => {
    shelf.put('stock-take', stockTake.id, stockTake)
    count(shelf, 'stock-take')
  },
  'medium-lost': ({ loss }, shelf) => {
    shelf.put('loss', loss.id, loss)
    change(shelf, 'medium', loss.medium, (m) => ({ ...m, state: '紛失' }))
  },
  'medium-broken': ({ no }, shelf) => void change(shelf, 'medium', no, (m) => ({ ...m, state: '故障' })),
  'medium-returned': ({ no, place }, shelf) => void change(shelf, 'medium', no, (m) => ({ ...m, storagePlace: place, state: '返却済' })),

  'disposal-planned': ({ plan }, shelf) => {
    shelf.put('plan', plan.id, plan, plan.contractId)
    count(shelf, `disposal:${plan.contractId}`)
    for (const { medium, end } of plan.targets) if (medium) change(shelf, 'medium', medium, (m) => ({ ...m, state: end === '廃棄' ? '廃棄予定' : '消去予定' }))
  },
  'notice-requested': ({ planId, noticeRequested }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, noticeRequested })),
  'witness-requested': ({ planId, witness }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, witnessRequested: witness })),
  'notice-submitted': ({ planId, at }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, submittedAt: at, state: 'submitted' })),
  'notice-confirmed': ({ planId, cityRef, at }, shelf) => void changePlan(shelf, planId, (p) => ({ ...p, confirmed: { cityRef, at }, state: 'confirmed' })),
  'disposal-withdrawn': ({ planId }, shelf) => {
    const plan = changePlan(shelf, planId, (p) => ({ ...p, state: 'withdrawn' }))
    for (const { medium } of plan.targets) if (medium) change(shelf, 'medium', medium, (m) => (m.state === '消去予定' || m.state === '廃棄予定' ? { ...m, state: '保管' } : m))
  },

  'wipe-begun': ({ wipe }, shelf, { at }) => {
    putWipe(shelf, wipe, 'under way')
    shelf.put('question', wipe.id, { id: wipe.id, kind: 'wiping', subject: wipe.medium ?? shelf.get('plan', wipe.planId)?.no ?? '', at })
  },
  'wipe-checkpoint': ({ wipeId, checkpoint }, shelf) => void change(shelf, 'wipe', wipeId, (w) => ({ ...w, checkpoint }), (w) => w.contractId),
  'wipe-resumed': ({ wipeId, drive }, shelf) => void change(shelf, 'wipe', wipeId, (w) => ({ ...w, drive }), (w) => w.contractId),
  'wipe-ended': ({ wipe }, shelf) => {
    shelf.drop('question', wipe.id)
    putWipe(shelf, wipe, 'to be verified')
  },
  'wipe-abandoned': ({ wipeId, at }, shelf) => {
    shelf.drop('question', wipeId)
    const wipe = shelf.get('wipe', wipeId)
    if (wipe) putWipe(shelf, { ...wipe, endedAt: at, result: '中止', state: 'to be verified' }, 'to be verified')
  },
  'seed-handed-out': nothing,
  'wipe-not-begun': ({ wipeId }, shelf) => {
    shelf.drop('question', wipeId)
    const wipe = shelf.get('wipe', wipeId)
    if (!wipe) return
    putWipe(shelf, wipe, 'planned')
    shelf.drop('wipe', wipeId)
  },
  'wipe-verified': ({ wipeId, result, verified }, shelf) => {
    const wipe = shelf.get('wipe', wipeId)
    if (!wipe) throw new Error(`the ledger speaks of a wipe that is not there: ${wipeId}`)
    putWipe(shelf, { ...wipe, result, verified, state: 'verified' }, result === '合格' ? 'done' : 'failed')
    if (result === '合格' && wipe.medium) change(shelf, 'medium', wipe.medium, (m) => (isGone(m) ? m : { ...m, state: wipe.destruction ? '廃棄済' : '消去済' }))
  },
  'destruction-recorded': ({ wipe }, shelf) => putWipe(shelf, wipe, 'to be verified'),
  'external-wipe-recorded': ({ wipe }, shelf) => putWipe(shelf, wipe, 'to be verified'),

  'incident-drafted': ({ incident }, shelf) => {
    shelf.put('incident', incident.id, incident, incident.contractId)
    count(shelf, `incident:${incident.contractId}`)
  },
  'request-received': ({ request }, shelf) => shelf.put('request', request.id, request, request.contractId),
  'request-answered': ({ requestId, docNo, at }, shelf) => void change(shelf, 'request', requestId, (r) => ({ ...r, submitted: { docNo, at } }), (r) => r.contractId),
  'request-accepted': ({ requestId, cityRef, at }, shelf) => void change(shelf, 'request', requestId, (r) => ({ ...r, accepted: { cityRef, at } }), (r) => r.contractId),
}

function changePlan(shelf: Shelf, id: string, by: (plan: Kept['plan']) => Kept['plan']): Kept['plan'] {
  return change(shelf, 'plan', id, by, (p) => p.contractId)
}

/** Lost, or back with the city: whatever is verified afterwards, it is not here. */
const isGone = ({ state }: Kept['medium']): boolean => state === '紛失' || state === '返却済'

/** A wipe, and with it the line of the plan that it carries out; a plan all of whose lines are done is done. */
function putWipe(shelf: Shelf, written: Kept['wipe'], state: Kept['plan']['targets'][number]['state']): void {
  // Read as it is read today: older entries do not know of files, commands and other programs.
  const wipe = Wipe.parse(written)
  shelf.put('wipe', wipe.id, wipe, wipe.contractId)
  changePlan(shelf, wipe.planId, (plan) => {
    const targets = plan.targets.map((target) => (target.no === wipe.targetNo ? { ...target, state } : target))
    return { ...plan, targets, state: targets.every((target) => target.state === 'done') ? 'done' : plan.state }
  })
}

/** Once the receipt is out, its hand-over is receipted and the information may be used. */
function receipted(shelf: Shelf, document: Kept['issued']): void {
  change(shelf, 'handover', document.subjectId, (h) => ({ ...h, state: 'receipted', receiptNo: document.docNo }), (h) => h.contractId)
  for (const item of shelf.list('item', document.subjectId)) shelf.put('item', item.id, { ...item, state: 'in custody' }, item.handoverId)
}

/** Every erasure bears the number of its document; only one that passed is thereby certified. */
function certified(shelf: Shelf, wipeId: string, docNo: string): void {
  change(shelf, 'wipe', wipeId, (w) => ({ ...w, certificateNo: docNo, state: w.result === '合格' ? 'certified' : w.state }), (w) => w.contractId)
}

const left = (shelf: Shelf, packageId: string) => change(shelf, 'package', packageId, (p) => ({ ...p, state: 'left' }), (p) => p.contractId)

function count(shelf: Shelf, series: string): void {
  shelf.put('series', series, { last: (shelf.get('series', series)?.last ?? 0) + 1 })
}

function change<K extends Kind>(shelf: Shelf, kind: K, id: string, by: (kept: Kept[K]) => Kept[K], of?: (kept: Kept[K]) => string): Kept[K] {
  const kept = shelf.get(kind, id)
  if (kept === undefined) throw new Error(`the ledger speaks of a ${kind} that is not there: ${id}`)
  const changed = by(kept)
  shelf.put(kind, id, changed, of?.(kept))
  return changed
}
