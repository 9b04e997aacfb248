import { dayOf, type Day } from '../../core/time.ts'
import type { TrainingSession, TrainingSessionId } from '../../core/staffing/training.ts'
import { thisMinute } from '../parts/day-field.tsx'

export type Part = 'came' | 'missed' | 'neither'
export interface SessionDraft {
  on: Day | null; title: string; method: 'lecture' | 'online' | 'reading'; trainer: string; content: string; test: TrainingSession['test']; passMark: number; materialPath: string | null
  followUpOf: TrainingSessionId | null
  /** Who took which part; whoever is not named here was not meant to come. */
  parts: Record<string, Part>
  scores: Record<string, number | null>
  reasons: Record<string, string>
}

export const blankSession = (): SessionDraft => ({ on: dayOf(thisMinute()), title: '', method: 'lecture', trainer: '', content: '', test: 'なし', passMark: 80, materialPath: null, followUpOf: null, parts: {}, scores: {}, reasons: {} })

/** The same once more, for those who were absent. */
export const followUpOf = ({ id, title, trainer, content, test, passMark, absentees }: TrainingSession): SessionDraft => ({
  ...blankSession(), title, trainer, content, test, passMark: passMark ?? 80, followUpOf: id, parts: Object.fromEntries(absentees.filter(({ followUpId }) => followUpId === null).map(({ personId }) => [personId, 'came' as const])),
})
