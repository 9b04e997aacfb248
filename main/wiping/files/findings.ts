import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileFinding } from '../../../core/wipes/files.ts'
import { extentsOf } from './extents.ts'
import { type HeldFolder, identityOf } from './held-folder.ts'
import type { Around } from './list-files.ts'
import type { VolumeFacts } from './volume.ts'

/** Folders that synchronising programs keep: what is wiped here lives on where they sent it. */
const CLOUD = /(^|[\\/])(OneDrive|Dropbox|Google ?Drive|Nextcloud|ownCloud|Box|iCloud ?Drive|Mobile Documents|pCloud ?Drive)( ?[-–(][^\\/]*)?([\\/]|$)/i

/** Everything about one regular file that could stop or spoil its wiping. */
export async function findingsOf({ folder, name, found, attributes, volume, path, looking }:
{ folder: HeldFolder; name: Buffer; found: BigIntStats; attributes: string | null; volume: VolumeFacts; path: Buffer; looking: Around }): Promise<FileFinding[]> {
  const findings: FileFinding[] = []
  if (isPlaceholder(found)) return ['cloud-placeholder']
  if (isSparse(found)) findings.push('sparse')
  if ((found.mode & 0o222n) === 0n) findings.push('read-only')
  if (volume.mount?.options.includes('ro') === true || volume.mount?.superOptions.includes('ro') === true) findings.push('read-only-volume')
  if (CLOUD.test(path.toString('utf8'))) findings.push('cloud-folder')
  if (attributes?.includes('i') === true) findings.push('immutable')
  if (attributes?.includes('a') === true) findings.push('append-only')
  if (await looking.isOpenElsewhere(identityOf(found))) findings.push('open-elsewhere')
  for (const finding of await whereItLies(folder, name, attributes, volume, looking)) if (!findings.includes(finding)) findings.push(finding)
  return findings
}

/** What keeps an overwrite of this file from being called one; nothing where it lands on what it replaces. */
export async function whereItLies(folder: HeldFolder, name: Buffer, attributes: string | null, volume: VolumeFacts, { ask }: Pick<Around, 'ask'>): Promise<FileFinding[]> {
  const findings: FileFinding[] = []
  if (volume.finding !== null && !(volume.overwriting === 'by-attribute' && attributes?.includes('C') === true)) findings.push(volume.finding)
  if (attributes?.includes('j') === true) findings.push('journal')
  if (attributes?.includes('c') === true) findings.push('compressed')
  if (attributes?.includes('E') === true) findings.push('encrypted')
  if (volume.overwriting !== 'by-extents' && volume.overwriting !== 'by-attribute') return findings
  const file = await open(await folder.at(name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(() => null)
  const extents = file === null ? null : await extentsOf(file.fd, ask)
  await file?.close()
  if (extents === null) findings.push('extents-unknown')
  const flags = new Set(extents?.flatMap((extent) => extent.flags))
  if (flags.has('shared')) findings.push('shared-blocks')
  if (flags.has('encoded') && !findings.includes('compressed')) findings.push('compressed')
  return findings
}

/** Less is kept than it is long. Small files may lie in their inode, and have no blocks at all. */
export const isSparse = (found: BigIntStats): boolean => found.size > 4096n && found.blocks * 512n < found.size

/** Windows and macOS: a file that lies with a provider, where reading would fetch it. On Linux a file without blocks may simply be small. */
export const isPlaceholder = (found: BigIntStats): boolean => process.platform !== 'linux' && found.size > 0n && found.blocks === 0n
