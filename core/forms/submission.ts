import type { LetterForm } from '../documents/form-letter.ts'

/** What is handed in without being asked for: applications (9②, 11(2)), the return of information (15①), procedure and plan (16①, 18②), and an incident (18①). */
const ALWAYS: ReadonlySet<LetterForm> = new Set(['F-09', 'F-11', 'F-26', 'F-32', 'F-35', 'F-36', 'F-37'])

/** 求めがあったときは (5, 6①, 15②⑤, 16②): most filings are kept ready, and handed in on request (product §0.1). */
export const submissionOf = (form: LetterForm): 'always' | 'on request' => (ALWAYS.has(form) ? 'always' : 'on request')
