import { join } from 'node:path'

/**
 * Where a vault's files lie in a home. All of it is in one folder, so that a vault appears by one rename; the log
 * lies beside it, since it is written before there is a vault.
 */
export function roomsOf(home: string): Rooms {
  const vault = join(home, 'vault')
  return { home, vault, ...inside(vault) }
}

export interface Rooms { home: string; vault: string; database: string; keyring: string; secrets: string; blobs: string; door: string }

/** The same names in a vault that is still being made. */
export function inside(vault: string): Omit<Rooms, 'home' | 'vault'> {
  return { database: join(vault, 'vault.db'), keyring: join(vault, 'keyring.json'), secrets: join(vault, 'secrets.json'), blobs: join(vault, 'blobs'), door: join(vault, 'door') }
}
