import { createHash } from 'node:crypto'
import { bytesOf } from '../../../crypto/zip/bytes.ts'
import { openContainer } from '../../../crypto/zip/container.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Authenticates and unpacks a container in memory: name to SHA-256, folders to 'folder'. */
export async function readAll(container: Uint8Array, password: Uint8Array | string, chunk?: number): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const opened = await openContainer(bytesOf(container), Buffer.from(password), chunk === undefined ? {} : { chunk })
  await opened.authenticate()
  await opened.walk({
    file: async (entry, content) => {
      const pieces: Buffer[] = []
      for await (const piece of content) pieces.push(Buffer.from(piece))
      found[entry.name] = sha256(Buffer.concat(pieces))
    },
    folder: async (entry) => void (found[entry.name] = 'folder'),
  })
  return found
}
