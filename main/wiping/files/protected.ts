import { sep } from 'node:path'

/** Nothing in these is a city's record, and a machine without them does not start. */
const SYSTEM = ['/bin', '/boot', '/dev', '/etc', '/lib', '/lib32', '/lib64', '/proc', '/sbin', '/sys', '/usr', '/System', '/Library', 'C:\\Windows', 'C:\\Program Files', 'C:\\Program Files (x86)']
/** These may hold what is to be wiped, but do not go whole. */
const WHOLE = ['/home', '/media', '/mnt', '/opt', '/root', '/run', '/srv', '/tmp', '/var', '/var/tmp', '/Users', '/Volumes', 'C:\\Users']

/** Whether wiping this resolved path would take a system's folder, or one of `keepOut` (the vault), or something within it. */
export function isProtected(path: string, keepOut: readonly string[]): boolean {
  return [...SYSTEM, ...keepOut].some((kept) => isWithin(path, kept) || isWithin(kept, path)) || WHOLE.some((kept) => isWithin(kept, path))
}

function isWithin(path: string, folder: string): boolean {
  const [inner, outer] = process.platform === 'linux' ? [path, folder] : [path.toLowerCase(), folder.toLowerCase()]
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
}
