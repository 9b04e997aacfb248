import { Package } from '../../packages/package.ts'
import { change, count, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What was sealed, written and opened (Art. 11(3)). */
export const packages = {
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
} satisfies Projectors
