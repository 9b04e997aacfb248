import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { OpenSpill, Spill } from '../../crypto/zip/pages.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Disk } from '../files/disk.ts'
import { draftName } from '../files/draft.ts'
import { onTarget } from './disk-problem.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Files beside `path` for lists that are too long for memory. They name clients' files, so each is encrypted (AES-256-GCM) with a
 * random key that is nowhere but in this process. Their names are those of drafts of `path` and are taken off the disk at once where the
 * system allows it, at `close` where not, and by `sweepDrafts` after a kill.
 */
export class Spills {
  readonly #path: string
  readonly #disk: Disk
  readonly #opened: SpillFile[] = []

  constructor(path: string, disk: Disk) {
    this.#path = path
    this.#disk = disk
  }

  readonly open: OpenSpill = () => {
    const spill = new SpillFile(this.#path, this.#disk)
    this.#opened.push(spill)
    return spill
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((spill) => spill.close()))
  }
}

class SpillFile implements Spill {
  readonly #path: string
  readonly #draft: string
  readonly #disk: Disk
  readonly #key = randomBytes(32)
  readonly #blocks: { at: number; bytes: number }[] = []
  #file: FileHandle | undefined
  #end = 0

  constructor(path: string, disk: Disk) {
    this.#path = path
    this.#draft = draftName(path)
    this.#disk = disk
  }

  async put(block: Uint8Array): Promise<number> {
    const number = this.#blocks.length
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(number))
    const sealed = Buffer.concat([cipher.update(block), cipher.final(), cipher.getAuthTag()])
    const file = this.#file ??= await this.#create()
    for (let done = 0; done < sealed.length;) {
      const { bytesWritten } = await onTarget(this.#path, () => file.write(sealed, done, sealed.length - done, this.#end + done))
      done += bytesWritten
    }
    this.#blocks.push({ at: this.#end, bytes: sealed.length })
    this.#end += sealed.length
    return number
  }

  async get(number: number): Promise<Uint8Array> {
    const block = this.#blocks[number]
    if (!block || !this.#file) throw new Error('no such block')
    const sealed = Buffer.allocUnsafeSlow(block.bytes)
    for (let done = 0; done < sealed.length;) {
      const { bytesRead } = await onTarget(this.#path, () => this.#file!.read(sealed, done, sealed.length - done, block.at + done))
      if (bytesRead === 0) throw new PackageProblem('target-broken', { path: this.#path })
      done += bytesRead
    }
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(number))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    const opened = decipher.update(sealed.subarray(0, -TAG_BYTES))
    try {
      decipher.final()
    } catch (error) {
      throw new PackageProblem('target-broken', { path: this.#path }, { cause: error })
    }
    return opened
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    this.#key.fill(0)
    if (!file) return
    await file.close()
    // Held open by a virus scanner it may stay: its key is gone, and the next run sweeps it. What was sealed is sealed all the same.
    await this.#disk.rm(this.#draft, { force: true, recursive: true, maxRetries: 5 }).catch(() => {})
  }

  async #create(): Promise<FileHandle> {
    const file = await onTarget(this.#path, () => this.#disk.open(this.#draft, 'wx+', 0o600))
    // An open file may lose its name here, and then no kill can leave it behind. Where that is refused, closing removes it.
    await this.#disk.rm(this.#draft, { force: true }).catch(() => {})
    return file
  }
}

/** Each block is written once, and each file has a key of its own: its number never comes twice with one key. */
function nonceOf(number: number): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUIntBE(number, NONCE_BYTES - 6, 6)
  return nonce
}
