import type { Projectors } from './projectors.ts'

/** What was looked through for viruses (Art. 11(10)カ). */
export const viruses = {
  'virus-scan-recorded': ({ scan }, shelf) => shelf.put('scan', scan.id, scan),
} satisfies Projectors
