import { refusal } from '../refusal.ts'
import type { IssuedDocument } from './document.ts'
import type { Body, World } from '../world.ts'

/** Keeps bodies in the vault and writes them into a folder: all of them or none. */
export async function saveAll(world: World, bodies: readonly Body[], into: string): Promise<{ paths: string[] }> {
  const kept: { blob: string; name: string }[] = []
  for (const { name, bytes } of bodies) kept.push({ blob: (await world.files.keep(name, bytes)).blob, name })
  try {
    return await saveKept(world, kept, into)
  } finally {
    await world.files.forget(kept.map(({ blob }) => blob))
  }
}

/**
 * The same for what the vault has kept already. Whoever writes the saving down does it after the files: when that fails, they lie there whole and nothing
 * says so yet. They are not taken back, because the entry whose answer was lost may stand; asking again finds them, byte for byte, and writes it down.
 */
export async function saveKept(world: World, files: readonly { blob: string; name: string }[], into: string): Promise<{ paths: string[] }> {
  const saved = await world.files.save(files, into)
  if (saved.outcome === 'saved') return { paths: saved.paths }
  throw refusal(saved.outcome, null, null, { path: saved.path })
}

/** Keeps the bodies of a document about to be issued; each blob also goes into `kept`, to be swept if the document does not come to stand. */
export async function keepBodies(world: World, bodies: readonly Body[], kept: string[]): Promise<IssuedDocument['bodies']> {
  const stored: IssuedDocument['bodies'] = []
  for (const { name, type, bytes } of bodies) {
    const { blob, size, sha256 } = await world.files.keep(name, bytes)
    kept.push(blob)
    stored.push({ name, type, blob, size, sha256 })
  }
  return stored
}

/** What an issued document owns is not swept away with the drafts of attempts that came second. */
export function owned(kept: string[], stored: IssuedDocument['bodies']): void {
  for (const { blob } of stored) kept.splice(kept.indexOf(blob), 1)
}
