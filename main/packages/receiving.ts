import type { Packages } from '../../core/world.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import type { Disk } from '../files/disk.ts'
import { atWork, type Begin } from './at-work.ts'
import { open, verify } from './engine.ts'
import { hashPackage } from './hash-parts.ts'
import { passwordOf } from './letters.ts'

/** The desk's opening and verifying of packages, ours and others'. Expected failures are answers. */
export function realReceiving({ keys, begin, disk }: { keys: () => OrganisationKeys; begin: Begin; disk: Disk }): Pick<Packages, 'open' | 'verify'> {
  return {
    open: ({ path, key, into }, how) => atWork(begin, how, path, async (each) => {
      const { password, sender } = await passwordOf(key, keys, disk)
      try {
        const { files, bytes, manifest } = await open({ path, password, into }, each, disk)
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
        // First what the key says, because a wrong one is told at once.
        const { files, bytes, manifest, manifestFrom, differences } = await verify({ path, password }, each, disk)
        await manifest.close()
        return {
          outcome: 'read', ...await hashPackage(path, each, disk), contents: { files, bytes, manifest: manifestFrom }, sender,
          differences: differences.map(({ path: name, what }) => ({ path: name, what })),
        }
      } finally {
        password.fill(0)
      }
    }),
  }
}
