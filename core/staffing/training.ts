import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const TrainingSessionId = z.string().min(1).max(64).brand<'TrainingSessionId'>()
export type TrainingSessionId = z.infer<typeof TrainingSessionId>

const Score = z.number().int().min(0).max(100)

/** How understanding was checked: not at all, on paper, or by the test at this desk. */
export const TestKind = z.enum(['なし', '紙', '画面'])
/** Who came; `passed` is null while the test at the desk has not been sat. */
export const Attendee = z.object({ personId: PersonId, score: Score.nullable(), passed: z.boolean().nullable() })
/** Who could not come, why, and in which session it was made up for (Art. 7: everybody, beforehand). */
export const Absentee = z.object({ personId: PersonId, reason: Text, followUpId: TrainingSessionId.nullable() })

/** 教育・研修 (F-07, Art. 7): one session with who came, what was taught from which material, and who understood it. */
export const TrainingSession = z.object({
  id: TrainingSessionId,
  /** 研修番号, `T-2026-001`. */
  no: z.string(),
  on: Day,
  title: Name,
  method: Name,
  trainer: Name,
  content: Lines,
  material: KeptFile.nullable(),
  /** The hash of the material where the file itself stayed elsewhere. */
  materialSha256: z.string().nullable(),
  test: TestKind,
  passMark: Score.nullable(),
  attendees: z.array(Attendee).max(500),
  absentees: z.array(Absentee).max(500),
  /** The session whose absentees this one was for. */
  followUpOf: TrainingSessionId.nullable(),
  recordedAt: Instant,
})
export type TrainingSession = z.infer<typeof TrainingSession>

export const HoldTraining = TrainingSession.pick({ on: true, title: true, method: true, trainer: true, content: true, test: true, passMark: true, followUpOf: true }).extend({
  /** The slides or text, taken into the vault with its hash. */
  materialPath: Path.nullable(),
  attendees: z.array(z.object({ personId: PersonId, score: Score.nullable() })).min(1).max(500),
  absentees: z.array(z.object({ personId: PersonId, reason: Text })).max(500),
})
export type HoldTraining = z.infer<typeof HoldTraining>

/** One question of the office's test; `answer` counts from 0. */
export const Question = z.object({ text: Name, choices: z.array(Name).min(2).max(6), answer: z.number().int().min(0).max(5), article: Text })
  .refine(({ choices, answer }) => answer < choices.length, { error: 'no-such-choice', path: ['answer'] })
export type Question = z.infer<typeof Question>

/** The office's test: its questions and its pass mark, of 100. `version` counts its editions; 0 is ours. */
export const QuestionPaper = z.object({ version: z.number().int().nonnegative(), passMark: Score, questions: z.array(Question).min(1).max(50) })
export type QuestionPaper = z.infer<typeof QuestionPaper>
export const SetQuestions = QuestionPaper.omit({ version: true })

/** The same without its answers, for whoever sits it. */
export const TestPaper = z.object({ version: z.number().int(), passMark: Score, questions: z.array(z.object({ text: z.string(), choices: z.array(z.string()), article: z.string() })) })
export type TestPaper = z.infer<typeof TestPaper>

export const SitTest = z.object({ sessionId: TrainingSessionId, version: z.number().int(), answers: z.array(z.number().int().min(0).max(5)).max(50) })
export type SitTest = z.infer<typeof SitTest>

/** One sitting: what was answered and what it came to. Failing is not being trained; one may sit again. */
export const TestSat = z.object({ id: z.string(), sessionId: TrainingSessionId, personId: PersonId, version: z.number().int(), answers: z.array(z.number().int()), score: Score, passed: z.boolean(), at: Instant })
export type TestSat = z.infer<typeof TestSat>
/** What the person is told: the score, and which questions to read up on (counted from 0), not their answers. */
export const TestResult = z.object({ score: Score, passed: z.boolean(), passMark: Score, wrong: z.array(z.number().int()) })
export type TestResult = z.infer<typeof TestResult>
