import { randomBytes } from 'node:crypto'
import { existsSync, openSync, closeSync, fsyncSync, readFileSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { foundNothingWrong, Pattern, ReadBack, type WipeOutcome } from '../core/wipes/overwrite.ts'
import { realHow } from '../main/wiping/how.ts'
import { openImage } from '../main/wiping/images-only.ts'
import { check, overwrite } from '../main/wiping/overwrite.ts'
import { WipeProblem } from '../main/wiping/problem.ts'
import { required, valueOf, type Call } from './arguments.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { print, watcher } from './print.ts'

/** `engine overwrite TARGET …`: regular files, images and loop devices only; nothing is recorded. */
export async function engineOverwrite(call: Call, paths: readonly string[]): Promise<Exit> {
  const pattern = patternOf(call)
  const readBack = ReadBack.safeParse(valueOf(call, 'verify') ?? 'full').data ?? wrong('--verify is full, sample or none')
  const path = target(paths)
  // The seed is on disk before the first byte that is made of it.
  const seed = pattern === 'tile' ? seedToWriteWith(valueOf(call, 'seed-file')) : null
  const outcome = await overwrite({ path, identity: null, pattern, seed, readBack, sampleSeed: sampleSeedOf(call), from: null }, how(call))
  print(call.flags.has('json'), outcome)
  return outcome.end === 'finished' && readBack === 'none' && outcome.figures?.badSectors === 0 ? EXIT.done : exitOf(outcome)
}

/** `engine check TARGET …`: reads back only. */
export async function engineCheck(call: Call, paths: readonly string[]): Promise<Exit> {
  const pattern = patternOf(call)
  const readBack = valueOf(call, 'verify') ?? 'full'
  if (readBack !== 'full' && readBack !== 'sample') throw new Usage('--verify is full or sample')
  const seed = pattern === 'tile' ? readSeed(required(call, 'seed-file')) : null
  const outcome = await check({ path: target(paths), identity: null, pattern, seed, readBack, sampleSeed: sampleSeedOf(call), also: [] }, how(call))
  print(call.flags.has('json'), outcome)
  return exitOf(outcome)
}

const how = ({ signal }: Call) => realHow({ signal, onProgress: watcher(), open: openImage })

const exitOf = (outcome: WipeOutcome): Exit => (outcome.end === 'abandoned' ? EXIT.interrupted : foundNothingWrong(outcome) ? EXIT.done : EXIT.refused)

const patternOf = (call: Call): Pattern => Pattern.safeParse(required(call, 'pattern')).data ?? wrong('--pattern is zero, ones, complement or tile')

function target([path, ...more]: readonly string[]): string {
  if (path === undefined || more.length > 0) throw new Usage('one file, image or loop device')
  return resolve(path)
}

function sampleSeedOf(call: Call): Uint8Array {
  const hex = valueOf(call, 'sample-seed')
  if (hex === undefined) return randomBytes(32)
  return /^[0-9a-fA-F]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : wrong('--sample-seed has 64 hexadecimal digits')
}

function seedToWriteWith(path: string | undefined): Uint8Array {
  if (path !== undefined && existsSync(path)) return readSeed(path)
  const seed = randomBytes(32)
  if (path !== undefined) keepSeed(path, seed)
  return seed
}

function readSeed(path: string): Uint8Array {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw new WipeProblem('seed-missing', { path })
  }
  if (bytes.length === 32) return bytes
  const hex = bytes.toString('latin1').trim()
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) throw new WipeProblem('seed-unfit', { path })
  return Buffer.from(hex, 'hex')
}

function keepSeed(path: string, seed: Uint8Array): void {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${Buffer.from(seed).toString('hex')}\n`)
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    throw new WipeProblem('seed-unwritable', { path }, { cause: error })
  }
}

function wrong(expected: string): never {
  throw new Usage(expected)
}
