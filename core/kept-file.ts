import * as z from 'zod'
import { refusal } from './refusal.ts'
import { Name, Sha256 } from './text.ts'
import type { World } from './world.ts'

/** A file that the vault has kept: teaching material, a signed pledge, a specification. */
export const KeptFile = z.object({ blob: z.string().min(1).max(100), name: Name, size: z.number().int().nonnegative(), sha256: Sha256 })
export type KeptFile = z.infer<typeof KeptFile>

/** A kept file for looking at. */
export const ShownFile = z.object({ name: z.string(), sha256: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })
export type ShownFile = z.infer<typeof ShownFile>

const LARGEST = 32 << 20

/** Takes a file of this machine into the vault, in memory (32 MiB at most); refuses what cannot be read. Whoever asked forgets it again if its entry does not come to stand. */
export async function keepFile(world: World, path: string): Promise<KeptFile> {
  const read = await world.files.readSmall(path, LARGEST)
  if (read.outcome === 'too-large') throw refusal('too-large', null, null, { path, limit: LARGEST })
  if (read.outcome !== 'read') throw refusal('file-unreadable', null, null, { path })
  const name = (path.split(/[/\\]/).at(-1) ?? path).normalize('NFC').slice(0, 200)
  return { ...await world.files.keep(name, read.bytes), name }
}

/** Takes a file into the vault for an entry that names it; where the entry does not come to stand, the file is forgotten again. */
export async function keepFor<T>(world: World, path: string, entered: (file: KeptFile, stands: () => void) => Promise<T>): Promise<T> {
  const file = await keepFile(world, path)
  let stands = false
  try {
    return await entered(file, () => { stands = true })
  } finally {
    if (!stands) await world.files.forget([file.blob])
  }
}

const PICTURES = ['89504e47', 'ffd8ff']

/** Whether a kept file begins as a PDF, a PNG, a JPEG or a TIFF does. */
export const looksLikeAScan = (world: World, file: KeptFile): Promise<boolean> => begins(world, file, [...PICTURES, '25504446', '49492a00', '4d4d002a'])

/** Whether it begins as a PNG or a JPEG does, which every screen can show. */
export const looksLikeAPicture = (world: World, file: KeptFile): Promise<boolean> => begins(world, file, PICTURES)

async function begins(world: World, { blob }: KeptFile, magics: readonly string[]): Promise<boolean> {
  const first = [...(await world.files.fetch(blob)).subarray(0, 4)].map((b) => b.toString(16).padStart(2, '0')).join('')
  return magics.some((magic) => first.startsWith(magic))
}

export async function showFile(world: World, { blob, name, sha256 }: KeptFile): Promise<ShownFile> {
  return { name, sha256, bytes: await world.files.fetch(blob) }
}
