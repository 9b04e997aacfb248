import { basename } from 'node:path'
import type { Packages } from '../../core/world.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import type { Disk } from '../files/disk.ts'
import { atWork, type Begin } from './at-work.ts'
import { onPackage } from './disk-problem.ts'
import { open, verify } from './engine.ts'
import { type Hashed, hashPackage } from './hash-parts.ts'
import { passwordOf } from './letters.ts'
import { volumePaths } from './volumes.ts'

/** The desk's opening and verifying of packages, ours and others'. Expected failures are answers. */
export function realReceiving({ keys, begin, disk }: { keys: () => OrganisationKeys; begin: Begin; disk: Disk }): Pick<Packages, 'open' | 'verify'> {
  return {
    open: ({ path, key, into, look }, how) => atWork(begin, how, path, async (each) => {
      const { password, sender } = await passwordOf(key, keys, disk)
      try {
        const { files, bytes, manifest } = await open({ path, password, into, look }, each, disk)
        await manifest.close()
        return { outcome: 'opened', files, bytes, sender }
      } finally {
        password.fill(0)
      }
    }),

    verify: ({ path, key }, how) => atWork(begin, how, path, async (each) => {
      if (!key) return { outcome: 'read', ...await hashPackage(path, each, disk), contents: null, sender: null, differences: [] }
      const { password, sender } = await passwordOf(key, keys, disk)
      try {
        const paths = await volumePaths(path, disk)
        // One look at the medium does for both; only volumes are hashed by themselves, too.
        const { files, bytes, manifest, manifestFrom, differences, sha256, readBack } = await verify({ path, password, hash: paths.length === 1 }, each, disk)
        await manifest.close()
        const hashed = sha256 === undefined ? await hashPackage(path, each, disk) : await hashedWhole(path, sha256, readBack, disk)
        return { outcome: 'read', ...hashed, contents: { files, bytes, manifest: manifestFrom }, sender, differences: differences.map(({ path: name, what }) => ({ path: name, what })) }
      } finally {
        password.fill(0)
      }
    }),
  }
}

async function hashedWhole(path: string, sha256: string, readBack: Hashed['readBack'], disk: Disk): Promise<Hashed> {
  const { size } = await onPackage(path, () => disk.stat(path))
  return { bytes: size, sha256, parts: [{ name: basename(path), bytes: size, sha256 }], readBack }
}
