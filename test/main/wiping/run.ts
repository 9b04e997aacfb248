import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { WipeOutcome } from '../../../core/wipes/overwrite.ts'
import { realHow } from '../../../main/wiping/how.ts'
import type { CheckOrder, How, OverwriteOrder } from '../../../main/wiping/order.ts'
import { check, overwrite } from '../../../main/wiping/overwrite.ts'

export const seed = createHash('sha256').update('a seed for tests').digest()
export const sampleSeed = createHash('sha256').update('places for tests').digest()

const quiet = new AbortController().signal

export const wipe = (path: string, order: Partial<OverwriteOrder> = {}, how: Partial<How> = {}): Promise<WipeOutcome> =>
  overwrite({ path, identity: null, pattern: 'tile', seed, readBack: 'full', sampleSeed, from: null, ...order }, realHow({ signal: quiet, ...how }))

export const look = (path: string, order: Partial<CheckOrder> = {}, how: Partial<How> = {}): Promise<WipeOutcome> =>
  check({ path, identity: null, pattern: 'tile', seed, readBack: 'full', sampleSeed, also: [], ...order }, realHow({ signal: quiet, ...how }))

/** What is on a medium in the eyes of others: openssl makes the keystream, Python the stamps, and cmp compares. Answers what cmp says, '' if nothing differs. */
export function differsFromTile(file: string, bytes: number): string {
  execFileSync('bash', ['-c', `head -c 1048576 /dev/zero | openssl enc -aes-256-ctr -K ${seed.toString('hex')} -iv ${'0'.repeat(32)} > '${file}.tile'`])
  execFileSync('python3', ['-c', PYTHON, seed.toString('hex'), String(bytes), `${file}.tile`, `${file}.expected`])
  return spawnSync('cmp', [`${file}.expected`, file], { encoding: 'utf8' }).stdout
}

/** `''` if the first bytes of a file are what `tr` makes of /dev/zero. */
export function differsFromByte(file: string, bytes: number, octal: string): string {
  const { stdout, stderr } = spawnSync('bash', ['-c', `head -c ${bytes} /dev/zero | tr '\\000' '\\${octal}' | cmp - '${file}'`], { encoding: 'utf8' })
  return stdout + stderr
}

export const markersIn = (file: string): number => Number(spawnSync('sh', ['-c', `grep -ao '住所：青葉野市' '${file}' | wc -l`], { encoding: 'utf8' }).stdout)

const PYTHON = `
import sys, hashlib, struct
seed, size, tile = bytes.fromhex(sys.argv[1]), int(sys.argv[2]), open(sys.argv[3], 'rb').read()
mark = hashlib.sha256(seed).digest()[:8]
with open(sys.argv[4], 'wb') as out:
    for n in range((size + 511) // 512):
        out.write((mark + struct.pack('<Q', n) + tile[n % 2048 * 512 + 16:n % 2048 * 512 + 512])[:size - n * 512])
`
