import type { Drive } from '../media/drive.ts'
import { refuseIfAny } from '../refusal.ts'
import type { LastQuestion, World } from '../world.ts'
import { objectionsToDrive, objectionsToTyped } from './rules.ts'
import { driveAt } from './running.ts'

/**
 * The last question, asked by the desk and not by a page: what is to be destroyed is named by its serial number, size and label, and
 * whoever sits there types the number. Answers with the drive as it is when they have typed it, since a plug may move while one reads; null
 * when they thought better of it. Refuses another number (`typed-serial-differs`) and another drive.
 */
export async function askLast(world: World, question: LastQuestion, signal: AbortSignal): Promise<Drive | null> {
  const typed = await world.confirm(question, signal)
  if (typed === null || signal.aborted) return null
  const drive = await driveAt(world, question.drive.path)
  refuseIfAny([...objectionsToTyped(typed, question.medium), ...objectionsToDrive(drive, question.medium)])
  return drive
}
