import { refusal } from '../refusal.ts'
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

/** The same for what the vault has kept already. */
export async function saveKept(world: World, files: readonly { blob: string; name: string }[], into: string): Promise<{ paths: string[] }> {
  const saved = await world.files.save(files, into)
  if (saved.outcome === 'saved') return { paths: saved.paths }
  throw refusal(saved.outcome, null, null, { path: saved.path })
}
