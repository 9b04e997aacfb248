import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { World } from '../world.ts'
import { defaultQuestions } from './default-questions.ts'
import type { QuestionPaper, SetQuestions, TestPaper } from './training.ts'

/** The office's questions, or ours until it has its own. */
export const questionsOf = (reading: Reading): QuestionPaper => reading.get('question-paper', 'office') ?? defaultQuestions

export const readQuestions = (world: World): Promise<QuestionPaper> => look(world, questionsOf)

/** The test as whoever sits it sees it. */
export const testPaper = (world: World): Promise<TestPaper> => look(world, (reading) => {
  const { version, passMark, questions } = questionsOf(reading)
  return { version, passMark, questions: questions.map(({ text, choices, article }) => ({ text, choices, article })) }
})

/** A new edition of the test; what was sat before was sat on the old one. */
export function setQuestions(world: World, order: z.output<typeof SetQuestions>): Promise<QuestionPaper> {
  return record(world, (reading) => {
    const paper: QuestionPaper = { ...order, version: questionsOf(reading).version + 1 }
    return { entries: [{ type: 'training-questions-set', data: { paper } }], answer: questionsOf }
  })
}
