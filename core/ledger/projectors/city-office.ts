import { noteNumber } from '../../city/numbers.ts'
import { isSame, type KnownLedger, type KnownRestoring, restoringId, type SeenCheckpoint } from '../../city/witnessed.ts'
import type { Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What a city's office decided, designated and witnessed; and its answers where they arrived. */
export const cityOffice = {
  'city-numbering-set': (numbering, shelf) => shelf.put('city-numbering', numbering.kind, numbering),
  'application-answered': ({ answered }, shelf) => {
    for (const before of shelf.list('answered', answered.contractId)) {
      if (before.of.docNo === answered.of.docNo && before.supersededBy === null) shelf.put('answered', before.id, { ...before, supersededBy: answered.id }, before.contractId)
    }
    shelf.put('answered', answered.id, answered, answered.contractId)
    noteNumber(shelf, '承認', answered.approvalNo, answered.of.docNo)
  },
  'answer-taken': ({ answer }, shelf) => {
    for (const before of shelf.list('answer-taken', answer.contractId)) {
      if (before.documentId === answer.documentId && before.supersededBy === null) shelf.put('answer-taken', before.id, { ...before, supersededBy: answer.id }, before.contractId)
    }
    shelf.put('answer-taken', answer.id, answer, answer.contractId)
  },
  'city-designated': ({ designation }, shelf) => {
    shelf.put('designation', designation.id, designation, designation.contractId)
    count(shelf, `designation:${designation.contractId}`)
  },
  'designation-withdrawn': ({ designationId, withdrawn }, shelf) => void change(shelf, 'designation', designationId, (d) => ({ ...d, withdrawn }), (d) => d.contractId),
  'checkpoint-seen': ({ origin, organisation, contractId, checkpoint }, shelf) => keep(shelf, origin, organisation, contractId, (known) => withCheckpoint(known, checkpoint)),
  'checkpoints-proved': ({ origin, checkpoint, sizes }, shelf) => void change(shelf, 'known-ledger', origin, (known) => withCheckpoint({ ...known, checkpoints: known.checkpoints.map((one) => (sizes.includes(one.size) ? { ...one, proved: true } : one)) }, checkpoint)),
  'ledger-contradicted': ({ origin, organisation, contradiction }, shelf) => keep(shelf, origin, organisation, contradiction.contractId, (known) => ({ ...known, contradictions: [...known.contradictions, contradiction] })),
  'restoring-shown': ({ restoring }, shelf) => {
    const id = restoringId(restoring)
    shelf.put('known-restoring', id, { ...restoring, decided: shelf.get('known-restoring', id)?.decided ?? null }, restoring.origin)
  },
  'restoring-decided': ({ id, origin, decided }, shelf) => {
    const restoring = change(shelf, 'known-restoring', restoringId({ id, origin }), (one) => ({ ...one, decided }), (one) => one.origin)
    if (decided.decision === 'accepted') change(shelf, 'known-ledger', origin, (known) => onTheNewLine(known, restoring))
  },
  'imported-countersigned': ({ id, body, by, at }, shelf) => {
    const contractId = shelf.get('imported', id)?.contractId ?? ''
    shelf.put('counter-signed', id, { id, contractId, body, by, at }, contractId)
  },
} satisfies Projectors

function keep(shelf: Shelf, origin: string, organisation: string, contractId: string, by: (known: KnownLedger) => KnownLedger): void {
  const known = shelf.get('known-ledger', origin) ?? { origin, organisation, contractIds: [], checkpoints: [], contradictions: [] }
  shelf.put('known-ledger', origin, by({ ...known, contractIds: [...new Set([...known.contractIds, contractId])] }))
}

/** What the restoring lost is no longer held against the ledger; what was proved to be of it is, from now on. It stays in `gone`. */
function onTheNewLine(known: KnownLedger, { gone, proved, checkpoint, shownAt }: KnownRestoring): KnownLedger {
  const kept = { ...known, checkpoints: known.checkpoints.filter((one) => !gone.some((lost) => isSame(lost, one))).map((one) => (proved.some((each) => isSame(each, one)) ? { ...one, proved: true } : one)) }
  const explained = known.contradictions.filter((one) => proved.some((each) => isSame(each, one))).map(({ size, root, text, docNo, at }) => ({ size, root, text, docNo, issuedAt: at, seenAt: shownAt, proved: true }))
  return [...explained, { ...checkpoint, docNo: '', issuedAt: shownAt, seenAt: shownAt, proved: true }].reduce(withCheckpoint, kept)
}

/** One of each size, from the shortest ledger to the longest; what is proved stays proved. */
function withCheckpoint(known: KnownLedger, checkpoint: SeenCheckpoint): KnownLedger {
  const same = known.checkpoints.find(({ size }) => size === checkpoint.size)
  const kept = same ? { ...same, proved: same.proved || (checkpoint.proved && same.root === checkpoint.root) } : checkpoint
  return { ...known, checkpoints: [...known.checkpoints.filter(({ size }) => size !== checkpoint.size), kept].sort((a, b) => a.size - b.size) }
}
