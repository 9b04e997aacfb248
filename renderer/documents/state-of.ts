import type { IssuedDocument } from '../../core/documents/document.ts'
import type { StatusLook } from '../parts/status.tsx'

export type DocumentState = 'issued' | 'submitted' | 'acknowledged' | 'superseded' | 'cancelled' | 'cancellation'

/** Where a document stands: what is no longer in force says so before anything else. */
export function stateOf({ state, supersededBy, revisionKind, submittedAt }: IssuedDocument): DocumentState {
  if (supersededBy) return supersededBy.kind === '取消' ? 'cancelled' : 'superseded'
  if (revisionKind === '取消') return 'cancellation'
  return state === 'acknowledged' ? 'acknowledged' : submittedAt === null ? 'issued' : 'submitted'
}

export const documentLooks: Record<DocumentState, StatusLook> = { issued: 'busy', submitted: 'busy', acknowledged: 'good', superseded: 'calm', cancelled: 'calm', cancellation: 'warn' }
