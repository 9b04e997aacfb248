import type { Scanner } from '../core/viruses/scan.ts'
import type { Instant } from '../core/time.ts'
import type { Viruses, VirusVerdict } from '../core/world.ts'

/** What stands for a virus on a paper disk. */
export const VIRUS = '<virus>'

/** The scanner of a paper machine: none, until a test installs one. `next`: what its next scan comes to, when it is not simply to look. */
export interface Scanning { scanner: Scanner | null; next: VirusVerdict | null; scans: number }

/** A product with signatures of this instant. */
export const mihonScanner = (at: number): Scanner => ({ name: 'みほんスキャナー', engine: '2.1', signatures: { version: '27812', date: at as Instant } })

export function paperViruses(disk: ReadonlyMap<string, string>, scanning: Scanning): Viruses {
  return {
    machine: 'pc-021',
    scanner: async () => scanning.scanner,
    async scan(paths, { signal, onProgress }) {
      scanning.scans++
      const files = [...disk].filter(([path]) => paths.some((one) => path === one || path.startsWith(`${one}/`)))
      onProgress({ filesDone: 0, filesTotal: files.length })
      if (signal.aborted) return { outcome: 'abandoned' }
      const { scanner, next } = scanning
      if (!scanner) return { outcome: 'no-scanner' }
      if (next) return next
      const findings = files.filter(([, text]) => text.includes(VIRUS)).map(([path]) => ({ path, name: 'Paper.Virus' }))
      return { outcome: findings.length > 0 ? 'found' : 'clean', scanner, files: files.length, findings, unscanned: [] }
    },
  }
}
