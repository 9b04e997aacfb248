/** One line of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  /** `MAJ:MIN` of the file system's own device; btrfs and others have one that is no drive. */
  devNo: string
  mountPoint: string
  fileSystem: string
  source: string
}

export function readMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = split(line, ' - ')
    const [, , devNo, , mountPoint] = before.split(' ')
    const [fileSystem, source] = after.split(' ')
    return devNo && mountPoint && fileSystem && source ? [{ devNo, mountPoint: plain(mountPoint), fileSystem, source: plain(source) }] : []
  })
}

/** Paths of /proc/swaps: partitions, and files on mounted file systems. */
export function readSwaps(text: string): { path: string; isFile: boolean }[] {
  return text.split('\n').slice(1).flatMap((line) => {
    const [path, type] = line.trim().split(/\s+/)
    return path && path.startsWith('/') ? [{ path: plain(path).replace(/ \(deleted\)$/, ''), isFile: type !== 'partition' }] : []
  })
}

/** The mount that a path lies in: the longest mount point above it, and of several the last, which covers the others. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  const above = mounts.filter(({ mountPoint }) => mountPoint === '/' || path === mountPoint || path.startsWith(`${mountPoint}/`))
  return above.reduce<Mount | null>((best, mount) => (best && best.mountPoint.length > mount.mountPoint.length ? best : mount), null)
}

/** A path in memory, or across a network: certainly on no drive of this machine. */
export function isElsewhere({ path }: { path: string }, mounts: readonly Mount[]): boolean {
  return /^(tmpfs|ramfs|devtmpfs|nfs4?|cifs|smb3|smbfs|afs|ceph|9p|virtiofs|fuse\.(sshfs|rclone|glusterfs))$/.test(mountOf(path, mounts)?.fileSystem ?? '')
}

/**
 * Where this system lives: what is mounted here cannot be wiped while the machine runs, nor should it ever.
 * A stick that someone mounts deep in a home is only mounted; a whole home, or anything the system mounts for itself, is system.
 */
export function isSystemPath(mountPoint: string): boolean {
  return mountPoint === '/' || /^\/(boot|efi|usr|etc|bin|sbin|lib\w*|opt|var|nix|gnu|sysroot|ostree)(\/|$)/.test(mountPoint) && !/^\/var\/(mnt|media|run\/media)\//.test(mountPoint)
    || /^\/(home(\/[^/]+)?|root)$/.test(mountPoint)
}

/** Blank, tab, line feed and backslash are written as octal numbers. */
const plain = (text: string): string => text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))

function split(line: string, at: string): [string, string] {
  const where = line.indexOf(at)
  return where === -1 ? [line, ''] : [line.slice(0, where), line.slice(where + at.length)]
}
