import type { Handover, Means, Receive, VirusCheck } from '../../core/handovers/handover.ts'
import type { ImportanceClass, ItemWords, ReceiptForm } from '../../core/handovers/item.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { Day, Instant } from '../../core/time.ts'
import { asOrder, type ExceptionDraft } from '../parts/exception.tsx'

export interface CommonWords { infoKind: string; form: ReceiptForm; importanceClass: ImportanceClass; personalInfo: boolean; sensitive: boolean; myNumber: boolean }
/** What differs from the common words for one file; a count is always its own. */
export type OwnWords = Partial<CommonWords> & { count?: number | null }

/** What is being typed of a 受取. */
export interface TakeDraft {
  paths: string[]
  means: Means; at: Instant | null; place: string; deliveredBy: string
  medium: string | null
  virus: { at: Instant | null; scanner: string; pattern: string; result: VirusCheck['result']; attested: boolean; byHand: boolean }
  storagePlace: string; returnDueOn: Day | null; returnConditions: string; remarks: string
  common: CommonWords
  own: Record<string, OwnWords>
  exception: ExceptionDraft | null
}

export const blankTake = (handover: Handover, importanceClass: ImportanceClass, returnDueOn: Day, now: Instant): TakeDraft => ({
  paths: [], means: handover.designated.means, at: now, place: handover.designated.place, deliveredBy: handover.designatedBy,
  medium: null, virus: { at: now, scanner: '', pattern: '', result: 'clean', attested: false, byHand: false },
  storagePlace: '', returnDueOn, returnConditions: '', remarks: '',
  common: { infoKind: '', form: '電磁的記録媒体', importanceClass, personalInfo: true, sensitive: false, myNumber: false },
  own: {}, exception: null,
})

/** The order for the desk, once there is a time. `names`: the files that lie here now; words typed for one that was taken away again are left out. */
export function takeOrder(handover: Handover, draft: TakeDraft, at: Instant, names: ReadonlySet<string>): Receive {
  const { medium, virus: { byHand: _, ...virus }, common, own } = draft
  return {
    handoverId: handover.id, paths: draft.paths, actual: { means: draft.means, at, place: draft.place }, deliveredBy: draft.deliveredBy,
    medium: medium as MediumNo | null,
    virusCheck: virus.at !== null && virus.scanner.trim() !== '' ? { ...virus, at: virus.at } : null,
    storagePlace: draft.storagePlace, returnDueOn: draft.returnDueOn, returnConditions: draft.returnConditions, remarks: draft.remarks,
    wordsForAll: common,
    words: Object.entries(own).filter(([name]) => names.has(name)).map(([name, { count = null, ...rest }]): ItemWords => ({ ...common, ...rest, name, count })),
    exception: asOrder(draft.exception),
  }
}
