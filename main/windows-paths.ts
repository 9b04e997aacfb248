import { win32 } from 'node:path'

/**
 * One name for what Windows knows by many, as far as names alone can tell: device prefixes (`\\?\`, `\\.\`), shares that every Windows has of its
 * drives (`C$`), streams (`::$INDEX_ALLOCATION`), dots and spaces that it drops at the end of a name, both kinds of slashes. Upper and lower case stay as they are.
 * A drive's own share is read as the drive of this machine, whatever machine is named: a machine has more names than anybody can list.
 */
export function plainWindowsPath(path: string): string {
  const flat = path.replaceAll('/', '\\').replace(/^\\\\[?.]\\UNC\\/i, '\\\\').replace(/^(?:\\\\[?.]|\\\?\?)\\(?=[A-Z]:)/i, '')
  const [, drive, below = ''] = /^\\\\[^\\]+\\([A-Z])\$(?:[. ]*)(\\.*)?$/i.exec(flat) ?? []
  const normal = win32.normalize(drive === undefined ? flat : `${drive}:${below === '' ? '\\' : below}`)
  const { root } = win32.parse(normal)
  const names = normal.slice(root.length).split('\\').filter((name) => name !== '').map(plainName)
  return win32.normalize(root + names.join('\\'))
}

function plainName(name: string): string {
  const [file = ''] = name.split(':')
  // A name of nothing but these is a place above, and was followed already.
  return file.replace(/[. ]+$/, '') || file
}
