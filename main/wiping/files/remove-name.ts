import { link, lstat, rename, rmdir, unlink } from 'node:fs/promises'
import type { Identity } from '../../../core/wipes/files.ts'
import { codeOf } from '../../files/disk.ts'
import { type HeldFolder, holdFolder, identityOf, isSame } from './held-folder.ts'

const LONGEST = 255
const OTHERS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Thrown when a folder still holds something; it keeps its name. */
export class FolderNotEmpty extends Error { override name = 'FolderNotEmpty' }
/** Thrown when a name has come to belong to something else. */
export class NameExchanged extends Error { override name = 'NameExchanged' }

/**
 * Removes a name that belongs to `identity`: first it becomes zeros of its length, made last, then shorter zeros, then nothing.
 * Nothing else is ever replaced or removed. Journals and the slack of folders may keep the name all the same.
 */
export async function removeName(folder: HeldFolder, name: Buffer, identity: Identity, kind: 'file' | 'folder' | 'link' | 'other'): Promise<void> {
  if (kind === 'folder') await mustBeEmpty(folder, name)
  let current = name
  for (const [step, length] of lengthsFrom(Math.min(name.length, LONGEST)).entries()) {
    const next = await renamed(folder, current, length, identity, kind).catch(ignoredByNaming)
    if (next === null) continue
    current = next
    if (step === 0) await folder.sync()
  }
  try {
    await must(folder, current, identity)
    await (kind === 'folder' ? rmdir : unlink)(await folder.at(current))
  } catch (error) {
    // What stays, stays under its own name, so that its owner finds it.
    if (!(error instanceof NameExchanged)) await moved(await folder.at(current), await folder.at(name), kind).catch(ignoredByNaming)
    throw error
  }
  await folder.sync()
}

/** From its whole length down, halved: every step a write of the folder. */
function lengthsFrom(length: number): number[] {
  const lengths = []
  for (let next = length; next >= 1; next = next === 1 ? 0 : Math.ceil(next / 2)) lengths.push(next)
  return lengths
}

async function renamed(folder: HeldFolder, from: Buffer, length: number, identity: Identity, kind: 'file' | 'folder' | 'link' | 'other'): Promise<Buffer | null> {
  for (const last of OTHERS) {
    const to = Buffer.from('0'.repeat(length - 1) + last)
    if (to.equals(from)) return from
    await must(folder, from, identity)
    if (await moved(await folder.at(from), await folder.at(to), kind)) return to
  }
  return null
}

/** A rename replaces what has the new name. Linking and unlinking never does; where there are no links, we look first. */
async function moved(from: Buffer, to: Buffer, kind: string): Promise<boolean> {
  if (kind !== 'folder') {
    try {
      await link(from, to)
      await unlink(from)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(codeOf(error) ?? '')) throw error
    }
  }
  if (await lstat(to).then(() => true, () => false)) return false
  await rename(from, to)
  return true
}

async function mustBeEmpty(folder: HeldFolder, name: Buffer): Promise<void> {
  const held = await holdFolder(await folder.at(name))
  try {
    if ((await held.names()).length > 0) throw new FolderNotEmpty()
  } finally {
    await held.close()
  }
}

async function must(folder: HeldFolder, name: Buffer, identity: Identity): Promise<void> {
  if (!isSame(identityOf(await lstat(await folder.at(name), { bigint: true })), identity)) throw new NameExchanged()
}

/** A name that cannot be changed can perhaps be removed all the same; what is broken shows there. */
function ignoredByNaming(error: unknown): null {
  if (error instanceof NameExchanged || codeOf(error) === undefined) throw error
  return null
}
