import { lineOrNull } from '../said.ts'

/** `blkid -o export` (blkid(8)): NAME=value lines, a blank line between devices, blanks escaped; by device path. */
export function readBlkid(text: string): Map<string, { fileSystem: string | null; label: string | null }> {
  const contents = new Map<string, { fileSystem: string | null; label: string | null }>()
  for (const part of text.split(/\n\s*\n/)) {
    const says = new Map(part.split('\n').map((line): [string, string] => {
      const at = line.indexOf('=')
      return [line.slice(0, Math.max(at, 0)), line.slice(at + 1).replace(/\\(.)/g, '$1')]
    }))
    const path = says.get('DEVNAME')
    if (path) contents.set(path, { fileSystem: lineOrNull(says.get('TYPE')), label: lineOrNull(says.get('LABEL')) })
  }
  return contents
}
