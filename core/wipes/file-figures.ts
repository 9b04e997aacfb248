import type { FileException, FileList, FileSetWipe, KeptList, ListedFile, WipedFile } from './files.ts'

/** So many names stand in the ledger itself; all of them lie in the vault. */
export const MOST_NAMED = 1000

/** The figures of a list for the ledger; `blob` is where all of it lies. */
export function keptListOf(list: FileList, blob: string): KeptList {
  return {
    names: list.files.length, files: list.files.filter(({ kind }) => kind === 'file').length, bytes: list.bytes, sha256: list.sha256, blob, fileSystems: [...new Set(list.roots.map(({ fileSystem }) => fileSystem))].slice(0, 100),
    leftOut: list.leftOut.slice(0, MOST_NAMED), leftOutMore: Math.max(0, list.leftOut.length - MOST_NAMED),
  }
}

/** Whatever keeps a wipe from being whole: names still there, and files that went without being overwritten in place. */
export function exceptionsOf(list: FileList, files: readonly WipedFile[]): FileException[] {
  return files.filter(({ outcome, kind }) => outcome !== 'overwritten' && !(outcome === 'removed-only' && kind !== 'file'))
    .map((file) => ({ path: pathIn(list, file), outcome: file.outcome, trouble: file.trouble, system: file.system }))
}

export function cutShort(exceptions: readonly FileException[]): Pick<FileSetWipe, 'exceptions' | 'exceptionsMore'> {
  return { exceptions: exceptions.slice(0, MOST_NAMED), exceptionsMore: Math.max(0, exceptions.length - MOST_NAMED) }
}

/** Where a listed name lies, as a person would look for it. */
export function pathIn({ roots }: FileList, { root, way }: Pick<ListedFile, 'root' | 'way'>): string {
  const found = roots[root]
  return [found?.folder === '/' ? '' : found?.folder, found?.name, ...(way === '' ? [] : [way])].join('/')
}
