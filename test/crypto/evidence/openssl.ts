import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Asks OpenSSL's command line, with these files beside it; `{name}` in an argument stands for a file's path. */
export function openssl(args: readonly string[], files: Record<string, Uint8Array | string> = {}, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-openssl-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    const named = args.map((arg) => arg.replace(/^\{(.+)\}$/, (_, name: string) => join(folder, name)))
    const { status, stdout, stderr, error } = spawnSync('openssl', named, { env: { ...process.env, ...env } })
    if (error) throw error
    return { accepts: status === 0, out: stdout, said: stderr.toString() }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
