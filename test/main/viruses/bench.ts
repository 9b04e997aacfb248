import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScanProgress } from '../../../core/viruses/scan.ts'

/** Signatures of our own: the hash of the EICAR test file, and nothing else. */
export const ownSignatures = join(import.meta.dirname, 'own.hsb')

/** The test file of the European Institute for Computer Anti-Virus Research, put together here so that no scanner takes offence at this tree. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR', '-STANDARD-ANTIVIRUS-', 'TEST-FILE', '!$H+H*'].join('')

export interface Bench { folder: string; lay(name: string, content: string | Uint8Array): string; clear(): void }

/** A folder to lay files on. */
export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-viruses-'))
  const lay: Bench['lay'] = (name, content) => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
    return path
  }
  return { folder, lay, clear: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A program of this name that a shell script plays. */
export function play(bench: Bench, name: string, script: string): void {
  chmodSync(bench.lay(`bin/${name}`, `#!/bin/sh\n${script}\n`), 0o755)
}

export const quietly = { signal: new AbortController().signal, onProgress: (() => {}) as (progress: ScanProgress) => void }
