import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { ServerAccess, World } from '../world.ts'
import type { MailServer, SetMailServer, TriedServer } from './mail-server.ts'

export const mailServer = (world: World): Promise<MailServer | null> => look(world, (reading) => reading.get('mail-server', 'mail-server') ?? null)

/**
 * 送信サーバーの設定 (Art. 11(7)). The password goes into the vault and into nothing else; an old one is never shown to another host or user.
 */
export async function setMailServer(world: World, { password, ...order }: SetMailServer): Promise<MailServer> {
  const { personId } = signedIn(world)
  const before = await mailServer(world)
  const kept = password === null && order.user !== '' && before?.host === order.host && before.port === order.port && before.user === order.user ? before.secretName : null
  if (order.user !== '' && password === null && kept === null) throw refusal('mail-password-missing', null, null, { user: order.user })

  const secretName = order.user === '' ? null : (kept ?? `mail-server ${world.newId()}`)
  if (secretName !== null && kept === null) await world.vault.keepSecret(secretName, password)
  const server = await record(world, (reading) => {
    const set: MailServer = { ...order, secretName, setBy: personId, setAt: world.now() }
    return { entries: [{ type: 'mail-server-set', data: { server: set } }], answer: (after) => serverIn(after) ?? serverIn(reading) ?? set }
  })
  if (before?.secretName && before.secretName !== server.secretName) await world.vault.keepSecret(before.secretName, null)
  return server
}

/** The settings and the password are forgotten; that they were is not. */
export async function dropMailServer(world: World): Promise<void> {
  const before = await mailServer(world)
  if (!before) return
  await record(world, () => ({ entries: [{ type: 'mail-server-dropped', data: { host: before.host } }], answer: () => undefined }))
  if (before.secretName) await world.vault.keepSecret(before.secretName, null)
}

/** 接続試験: connects, verifies the certificate, logs in, and sends nothing. */
export async function tryMailServer(world: World): Promise<TriedServer> {
  const server = await mailServer(world)
  if (!server) throw refusal('mail-server-missing', null, null, {})
  return world.post.tryServer(await accessTo(world, server))
}

/** What the post needs to go there; never an answer, an entry or a line of a log. */
export async function accessTo(world: World, { host, port, security, user, caPem, fingerprint, secretName }: MailServer): Promise<ServerAccess> {
  const password = secretName === null ? null : await world.vault.secretCalled(secretName)
  if (secretName !== null && password === null) throw refusal('mail-password-missing', null, null, { user })
  return { host, port, security, user, password, caPem, fingerprint }
}

const serverIn = (reading: Reading): MailServer | undefined => reading.get('mail-server', 'mail-server')
