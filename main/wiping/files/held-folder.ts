// A path is looked up anew at every use, and may lead elsewhere by then. A folder that is held open stays the folder it was:
// everything below goes through it, so that a link put in its place during the run leads nobody out.
import { constants } from 'node:fs'
import { lstat, open, readdir, readFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Identity } from '../../../core/wipes/files.ts'

export interface HeldFolder {
  readonly identity: Identity
  /** The mount it lies in, where the system numbers them. */
  readonly mountId: number | null
  /** The number it is held open under, to hand on to a program; null where folders cannot be held. */
  readonly fd: number | null
  /** The way to itself, for one look. */
  readonly here: Buffer
  /** The way to a name in it, for one act. Throws where the platform cannot hold folders and it is no longer the one that was opened. */
  at(name: Buffer): Promise<Buffer>
  names(): Promise<Buffer[]>
  /** Makes what was renamed and removed in it last. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Thrown when a folder is no longer the one that was opened. */
export class FolderExchanged extends Error { override name = 'FolderExchanged' }

const FOLDER = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0)
const SLASH = Buffer.from('/')

/** Opens a folder, never through a link in its last step; everything before is the caller's to vouch for. */
export async function holdFolder(path: Buffer): Promise<HeldFolder> {
  return process.platform === 'linux' ? holdByNumber(path) : holdByIdentity(path)
}

export const identityOf = (found: { dev: bigint; ino: bigint }): Identity => ({ device: String(found.dev), inode: String(found.ino) })
export const isSame = (a: Identity, b: Identity): boolean => a.device === b.device && a.inode === b.inode

/** The mount that an open file lies in (Linux), else null: two of one device can differ, as bind mounts do. */
export async function mountIdOf(file: FileHandle): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const found = /^mnt_id:\s*(\d+)$/m.exec(await readFile(`/proc/self/fdinfo/${file.fd}`, 'latin1'))
  return found ? Number(found[1]) : null
}

/** One name and nothing that leads further. */
export function isOneName(name: Buffer): boolean {
  return name.length > 0 && !name.includes(0x2f) && !name.includes(0) && name.toString('latin1') !== '.' && name.toString('latin1') !== '..'
    && !(process.platform === 'win32' && name.includes(0x5c))
}

async function holdByNumber(path: Buffer): Promise<HeldFolder> {
  const folder = await open(path, FOLDER)
  const here = Buffer.from(`/proc/self/fd/${folder.fd}`)
  try {
    return {
      identity: identityOf(await folder.stat({ bigint: true })),
      mountId: await mountIdOf(folder),
      fd: folder.fd,
      here,
      at: async (name) => Buffer.concat([here, SLASH, checked(name)]),
      names: async () => (await readdir(here, { encoding: 'buffer' })).toSorted(Buffer.compare),
      sync: () => folder.sync(),
      close: () => folder.close(),
    }
  } catch (error) {
    await folder.close()
    throw error
  }
}

/** The best that is to be had without open folders: who it is, asked again before every act. */
async function holdByIdentity(path: Buffer): Promise<HeldFolder> {
  const identity = await folderAt(path)
  const still = async () => {
    if (!isSame(await folderAt(path), identity)) throw new FolderExchanged()
  }
  return {
    identity,
    mountId: null,
    fd: null,
    here: path,
    at: async (name) => {
      await still()
      return Buffer.concat([path, SLASH, checked(name)])
    },
    names: async () => {
      await still()
      return (await readdir(path, { encoding: 'buffer' })).toSorted(Buffer.compare)
    },
    sync: async () => {
      const folder = await open(path, FOLDER).catch(() => null)
      // Windows opens no folders; its journal keeps the order of names.
      await folder?.sync().catch(() => {})
      await folder?.close()
    },
    close: async () => {},
  }
}

async function folderAt(path: Buffer): Promise<Identity> {
  const found = await lstat(path, { bigint: true })
  if (!found.isDirectory()) throw new FolderExchanged()
  return identityOf(found)
}

function checked(name: Buffer): Buffer {
  if (!isOneName(name)) throw new FolderExchanged()
  return name
}
