import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '../../../core/refusal.ts'
import { keepSecret, secretCalled } from '../../../main/vault/secrets.ts'
import { VaultSecret } from '../../../main/vault/vault-keys.ts'

const vault = new VaultSecret(Buffer.alloc(32, 7))
let folder: string
const path = () => join(folder, 'secrets.json')
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'azukari-secrets-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a password is kept, told again, changed and forgotten, and its file never shows it', async () => {
  expect(await secretCalled(path(), vault, 'mail-server 1')).toBeNull()
  await keepSecret(path(), vault, 'mail-server 1', 'kaze-to-hikari-9!')
  await keepSecret(path(), vault, 'mail-server 2', '合言葉')
  expect([await secretCalled(path(), vault, 'mail-server 1'), await secretCalled(path(), vault, 'mail-server 2')]).toEqual(['kaze-to-hikari-9!', '合言葉'])
  expect(readFileSync(path(), 'utf8')).not.toMatch(/kaze|合言葉/)
  await keepSecret(path(), vault, 'mail-server 1', null)
  expect([await secretCalled(path(), vault, 'mail-server 1'), await secretCalled(path(), vault, 'mail-server 2')]).toEqual([null, '合言葉'])
})

test('put under another name, changed by a letter, or read with another vault\'s secret, it does not open', async () => {
  await keepSecret(path(), vault, 'mail-server 1', 'kaze-to-hikari-9!')
  await expect(secretCalled(path(), new VaultSecret(Buffer.alloc(32, 8)), 'mail-server 1')).rejects.toBeInstanceOf(Refusal)
  const file = JSON.parse(readFileSync(path(), 'utf8')) as { version: number; secrets: Record<string, string> }
  const sealed = file.secrets['mail-server 1'] ?? ''
  writeFileSync(path(), JSON.stringify({ version: 1, secrets: { other: sealed, changed: `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}` } }))
  await expect(secretCalled(path(), vault, 'other')).rejects.toThrow('vault-damaged')
  await expect(secretCalled(path(), vault, 'changed')).rejects.toThrow('vault-damaged')
  writeFileSync(path(), '{"version":1')
  await expect(secretCalled(path(), vault, 'other')).rejects.toThrow('vault-damaged')
})
