import { change, count, nothing } from './change.ts'
import { mediumCameBack } from './mailings.ts'
import type { Projectors } from './projectors.ts'

/** The register of media, counts and losses (Art. 11(5)). */
export const media = {
  'medium-registered': ({ medium }, shelf) => {
    shelf.put('medium', medium.no, medium)
    count(shelf, 'media')
  },
  'medium-back': ({ no, storagePlace, at }, shelf) => {
    change(shelf, 'medium', no, (m) => ({ ...m, storagePlace, state: '保管' }))
    mediumCameBack(shelf, no, { at, storagePlace })
  },
  'unregistered-medium-refused': nothing,
  'stock-taken': ({ stockTake }, shelf) => {
    shelf.put('stock-take', stockTake.id, stockTake)
    count(shelf, 'stock-take')
  },
  'medium-lost': ({ loss }, shelf) => {
    shelf.put('loss', loss.id, loss)
    change(shelf, 'medium', loss.medium, (m) => ({ ...m, state: '紛失' }))
  },
  'medium-found': ({ lossId, found }, shelf) => {
    const { medium } = change(shelf, 'loss', lossId, (loss) => ({ ...loss, found }))
    change(shelf, 'medium', medium, (m) => ({ ...m, storagePlace: found.storagePlace, state: '保管' }))
  },
  'medium-broken': ({ no }, shelf) => void change(shelf, 'medium', no, (m) => ({ ...m, state: '故障' })),
  'medium-returned': ({ no, place }, shelf) => void change(shelf, 'medium', no, (m) => ({ ...m, storagePlace: place, state: '返却済' })),
} satisfies Projectors
