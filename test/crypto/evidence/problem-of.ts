import { EvidenceProblem, type EvidenceCode } from '../../../crypto/evidence-problem.ts'

/** The code with which an action is refused, or 'accepted'. Any other error is a bug and goes on flying. */
export function problemOf(action: () => unknown): EvidenceCode | 'accepted' {
  try {
    action()
    return 'accepted'
  } catch (problem) {
    if (problem instanceof EvidenceProblem) return problem.code
    throw problem
  }
}

/** The same for something that takes its time. */
export async function problemOfPromise(promise: Promise<unknown>): Promise<EvidenceCode | 'accepted'> {
  try {
    await promise
    return 'accepted'
  } catch (problem) {
    if (problem instanceof EvidenceProblem) return problem.code
    throw problem
  }
}
