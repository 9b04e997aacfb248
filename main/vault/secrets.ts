import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { refusal } from '../../core/refusal.ts'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { VaultSecret } from './vault-keys.ts'

/** secrets.json: passwords of the office for other machines, each sealed under the vault's secret together with its name. */
const Secrets = z.strictObject({ version: z.literal(1), secrets: z.record(z.string(), z.base64()) })
type Secrets = z.infer<typeof Secrets>

/** Puts a password away under a name, or forgets it. */
export async function keepSecret(path: string, vault: VaultSecret, name: string, secret: string | null, disk: Disk = realDisk): Promise<void> {
  const { secrets } = await readSecrets(path)
  const others = Object.entries(secrets).filter(([each]) => each !== name)
  const kept: Secrets = { version: 1, secrets: Object.fromEntries(secret === null ? others : [...others, [name, vault.seal(secret, about(name))]]) }
  await writeWhole(path, [`${JSON.stringify(kept, null, 1)}\n`], new AbortController().signal, { disk })
}

/** The password of that name; null when there is none. Refuses what was altered, or exchanged for another's. */
export async function secretCalled(path: string, vault: VaultSecret, name: string): Promise<string | null> {
  const { secrets } = await readSecrets(path)
  const sealed = Object.hasOwn(secrets, name) ? secrets[name] : undefined
  if (sealed === undefined) return null
  const secret = vault.unseal(sealed, about(name))
  if (secret === null) throw damaged()
  return secret
}

const about = (name: string): string => `secret ${name}`
const damaged = () => refusal('vault-damaged', null, null, { what: 'secrets.json' })

async function readSecrets(path: string): Promise<Secrets> {
  try {
    return Secrets.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { version: 1, secrets: {} }
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw damaged()
    throw error
  }
}
