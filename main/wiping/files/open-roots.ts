import type { Identity, ListedFile, ListRoot } from '../../../core/wipes/files.ts'
import { type HeldFolder, holdFolder, isOneName, isSame } from './held-folder.ts'
import { bytesOf, stepsOf } from './way.ts'

/** The folder of a listed name as it was listed, or why it cannot be reached any more. */
export type Reached = { outcome: 'reached'; folder: HeldFolder; name: Buffer } | { outcome: 'changed' | 'unreachable' }

/**
 * Opens the folders that lead to a listed name one step after the other, each without following links and each the one that was listed,
 * and keeps those open that the next name shares.
 */
export class OpenRoots {
  readonly #roots: readonly ListRoot[]
  readonly #folders = new Map<string, Identity>()
  #open: { key: string; folder: HeldFolder }[] = []

  constructor(roots: readonly ListRoot[], files: readonly ListedFile[]) {
    this.#roots = roots
    for (const file of files) if (file.kind === 'folder') this.#folders.set(keyOf(file.root, bytesOf(file.way, file.wayBytes)), file.identity)
  }

  async reach(file: ListedFile): Promise<Reached> {
    const root = this.#roots[file.root]
    const steps = stepsOf(bytesOf(file.way, file.wayBytes))
    if (root === undefined || steps === null) return { outcome: 'unreachable' }
    const rootName = bytesOf(root.name, root.nameBytes)
    const names = [rootName, ...steps]
    const name = names.at(-1)
    if (name === undefined || !names.every(isOneName)) return { outcome: 'unreachable' }
    const folders = [{ key: `${file.root}:`, identity: root.folderIdentity, name: null as Buffer | null }]
    for (let depth = 0; depth < names.length - 1; depth++) {
      const way = Buffer.from(steps.slice(0, depth).map((step) => step.toString('latin1')).join('/'), 'latin1')
      const key = keyOf(file.root, way)
      const identity = this.#folders.get(key)
      if (identity === undefined) return { outcome: 'unreachable' }
      folders.push({ key, identity, name: names[depth] ?? null })
    }
    return this.#descend(folders, bytesOf(root.folder, root.folderBytes), name)
  }

  async close(): Promise<void> {
    await this.#closeFrom(0)
  }

  async #descend(folders: readonly { key: string; identity: Identity; name: Buffer | null }[], rootFolder: Buffer, name: Buffer): Promise<Reached> {
    let shared = 0
    while (shared < folders.length && this.#open[shared]?.key === folders[shared]?.key && shared < this.#open.length) shared++
    await this.#closeFrom(shared)
    for (const { key, identity, name: step } of folders.slice(shared)) {
      const parent = this.#open.at(-1)?.folder
      const path = step === null ? rootFolder : await parent?.at(step)
      const folder = path === undefined ? null : await holdFolder(path).catch(() => null)
      if (folder === null) return { outcome: 'unreachable' }
      this.#open.push({ key, folder })
      const isElsewhere = !isSame(folder.identity, identity) || (parent !== undefined && folder.mountId !== parent.mountId)
      if (isElsewhere) {
        await this.#closeFrom(this.#open.length - 1)
        return { outcome: 'changed' }
      }
    }
    const folder = this.#open.at(-1)?.folder
    return folder === undefined ? { outcome: 'unreachable' } : { outcome: 'reached', folder, name }
  }

  async #closeFrom(depth: number): Promise<void> {
    for (const { folder } of this.#open.splice(depth).toReversed()) await folder.close()
  }
}

const keyOf = (root: number, way: Buffer): string => `${root}:/${way.toString('latin1')}`
